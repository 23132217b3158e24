/**
 * The six aspects (六个方面) in which a customer's needs are read line by line against what we can do: its operations, business,
 * technology, products, services and specifications (method.md, I4).
 */
export const ASPECTS = ['operations', 'business', 'technology', 'products', 'services', 'specifications'] as const;
export type Aspect = (typeof ASPECTS)[number];

/** How people write them in a spreadsheet. */
const WORDS: Readonly<Record<Aspect, readonly string[]>> = {
  operations: ['operations', 'operation', '运营', '營運', '运作'],
  business: ['business', '业务', '業務', '商务'],
  technology: ['technology', 'technical', '技术', '技術'],
  products: ['products', 'product', '产品', '產品'],
  services: ['services', 'service', '服务', '服務'],
  specifications: ['specifications', 'specification', 'specs', 'spec', '规格', '規格', '规范', '技术规格'],
};

/** The aspect that a cell names; null when it names none. */
export function aspectNamed(cell: string): Aspect | null {
  const word = cell.normalize('NFKC').trim().toLowerCase();
  return ASPECTS.find((aspect) => WORDS[aspect].includes(word)) ?? null;
}
