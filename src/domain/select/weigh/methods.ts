/** How the weights of a level are found (赋权方法, S6). */
export const WEIGHING_METHODS = ['direct', 'swing', 'ahp'] as const;
export type WeighingMethod = (typeof WEIGHING_METHODS)[number];
