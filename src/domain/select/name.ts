/**
 * How customers are told apart. `normaliseKey` decides identity (unique in the database); `normaliseName` only raises a
 * suspicion: two customers of one normalised name are shown to a person, never merged by themselves.
 */

/** Legal forms that say nothing about who a company is, as whole words at the end (several may follow one another). */
const LEGAL_WORDS = new Set([
  'ltd', 'limited', 'inc', 'incorporated', 'corp', 'corporation', 'co', 'company', 'llc', 'llp', 'lp', 'plc', 'gmbh', 'mbh', 'ag', 'kg', 'ohg', 'ug', 'se', 'sa', 'sas', 'sarl', 'sl', 'slu',
  'srl', 'spa', 'bv', 'nv', 'ab', 'as', 'asa', 'oy', 'oyj', 'aps', 'kk', 'pte', 'pty', 'sdn', 'bhd', 'bhd', 'jsc', 'ooo', 'the', 'and',
]);
/** Chinese, Japanese and Korean forms; longest first, because 有限公司 ends 股份有限公司. */
const LEGAL_ENDINGS = ['股份有限公司', '有限责任公司', '有限责任合伙', '有限公司', '股份公司', '集团公司', '总公司', '分公司', '公司', '株式会社', '集团', '주식회사'];
/** Traditional forms of the characters in the endings above; a full conversion is not worth its weight here. */
const TRADITIONAL: Record<string, string> = { 責: '责', 任: '任', 團: '团', 總: '总', 會: '会', 社: '社', 電: '电', 東: '东', 華: '华', 國: '国', 業: '业', 實: '实', 廠: '厂', 際: '际', 貿: '贸', 務: '务', 設: '设', 備: '备', 訊: '讯', 聲: '声', 學: '学', 術: '术', 進: '进', 發: '发', 龍: '龙', 灣: '湾' };

/**
 * The code of a customer as identity: half width, upper case, blanks folded; a float's trailing ".0" (Excel, "15513.0") goes.
 * Empty when nothing but blanks is left.
 */
export function normaliseKey(key: string): string {
  return key.normalize('NFKC').trim().replace(/\s+/g, ' ').toUpperCase().replace(/^(\d+)\.0+$/, '$1');
}

/**
 * A name without what differs between two spellings of one company: width, case, script of common characters, punctuation,
 * bracketed remarks such as "(in liquidation)", and legal forms (LTD / LIMITED / 有限公司 …). May be empty.
 */
export function normaliseName(name: string): string {
  let text = name.normalize('NFKC').toLowerCase().replace(/&/g, ' and ').replace(/[().,'"`´’·、，。《》〈〉【】[\]{}/\\\-_–—:;!?*+#@]+/g, (mark) => (mark === "'" || mark === '.' ? '' : ' '));
  text = text.replace(/[\u4e00-\u9fff]/g, (character) => TRADITIONAL[character] ?? character);
  const words = text.split(/\s+/).filter((word) => word !== '');
  const kept = words.filter((word) => word !== 'the' && word !== 'and');
  while (kept.length > 1 && LEGAL_WORDS.has(kept[kept.length - 1]!)) kept.pop();
  let joined = /[a-z0-9]/.test(kept.join('')) && !/[\u4e00-\u9fff]/.test(kept.join('')) ? kept.join(' ') : kept.join('');
  for (let cut = true; cut;) {
    const ending = LEGAL_ENDINGS.find((form) => joined.endsWith(form) && joined.length > form.length + 1);
    cut = ending !== undefined;
    if (ending) joined = joined.slice(0, -ending.length);
  }
  return joined;
}
