const WORDS: Record<string, string> = {
  '¥': 'CNY', '￥': 'CNY', rmb: 'CNY', 人民币: 'CNY', 人民幣: 'CNY', 元: 'CNY', $: 'USD', us$: 'USD', 美元: 'USD', 美金: 'USD', '€': 'EUR', 欧元: 'EUR', 歐元: 'EUR', '£': 'GBP', 英镑: 'GBP', 英鎊: 'GBP',
  hk$: 'HKD', 港币: 'HKD', 港幣: 'HKD', 港元: 'HKD', nt$: 'TWD', 新台币: 'TWD', 新臺幣: 'TWD', 新台幣: 'TWD', 台币: 'TWD', 日元: 'JPY', 日圆: 'JPY', 日圓: 'JPY', 韩元: 'KRW', 韓元: 'KRW', 新加坡元: 'SGD',
};

/** ISO 4217 code of a currency cell: a code in any case, a sign, or a Chinese name; null when it is none. */
export function readCurrency(text: string): string | null {
  const plain = text.normalize('NFKC').trim();
  const word = WORDS[plain.toLowerCase()] ?? WORDS[plain];
  if (word) return word;
  return /^[A-Za-z]{3}$/.test(plain) ? plain.toUpperCase() : null;
}
