/**
 * Radicals that stand for characters: PDFs printed by a browser write 页 as ⻚ (CJK Radicals Supplement) or 人 as ⼈ (Kangxi Radicals),
 * which look alike and are never found. The Kangxi block has compatibility mappings of Unicode; the supplement mostly has none.
 */
const SUPPLEMENT: Readonly<Record<string, string>> = {
  '⺁': '厂', '⺇': '几', '⺌': '小', '⺎': '兀', '⺐': '尣', '⺗': '心', '⺟': '母', '⺠': '民', '⺩': '王', '⺬': '示', '⺮': '竹', '⺶': '羊', '⺸': '羊', '⻁': '虎', '⻂': '衣', '⻃': '西', '⻄': '西', '⻅': '见', '⻆': '角', '⻈': '讠',
  '⻉': '贝', '⻋': '车', '⻌': '辶', '⻍': '辶', '⻒': '阝', '⻓': '长', '⻔': '门', '⻘': '青', '⻙': '韦', '⻚': '页', '⻛': '风', '⻜': '飞', '⻝': '食', '⻟': '饣', '⻠': '饣', '⻢': '马', '⻣': '骨', '⻤': '鬼', '⻥': '鱼', '⻦': '鸟',
  '⻧': '卤', '⻨': '麦', '⻩': '黄', '⻪': '黾', '⻬': '齐', '⻮': '齿', '⻰': '龙', '⻳': '龟', '⺝': '月', '⺼': '肉', '⺪': '疋', '⺫': '目', '⺡': '氵', '⺘': '扌', '⺨': '犭', '⺣': '灬', '⺾': '艹', '⺿': '艹', '⻊': '足', '⻏': '阝', '⻖': '阝',
};

/** The text with radicals as the characters they stand for; length and everything else stay as they are. */
export function plainCharacters(text: string): string {
  return text.replace(/[\u2e80-\u2fdf]/g, (radical) => SUPPLEMENT[radical] ?? radical.normalize('NFKC'));
}
