/** Where the converter's words are not those of the glossary: [what it writes, what we say]. Applied in this order. */
export const CORRECTIONS: readonly (readonly [string, string])[] = [
  ['紅字發票', '折讓單'],
  ['全檢視', '全視圖'],
  ['投資計劃', '投資計畫'],
  ['批准者', '核准者'],
  ['支援', '支持'],
  ['臺賬', '台帳'],
  ['小批次', '小批量'],
  ['訊號', '信號'],
  ['儲存期限', '保存期限'],
];
