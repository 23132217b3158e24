/** The same value with writable arrays and fields: the domain's types are read-only, those that zod infers are not. */
export type Mutable<T> = T extends readonly (infer Item)[] ? Mutable<Item>[] : T extends object ? { -readonly [Key in keyof T]: Mutable<T[Key]> } : T;
