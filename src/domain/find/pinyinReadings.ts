import { pinyin } from 'pinyin-pro';

const PLAIN = { toneType: 'none', type: 'array', v: true } as const;

/** Surnames that are read otherwise than the same character elsewhere, alone (单 shan) or as the head of a double one (尉迟 yuchi). */
const READ_OTHERWISE = new Set('乐仇六区单句召员啜折於曾朴查牟盖繁缪能薄解郄郗都尉翟洗覃种秘万长黑澹隗谌');
/** What the dictionary reads in one way and people in another, within a name. */
const IN_NAMES: Record<string, readonly string[]> = {
  乐: ['le', 'yue'], 翟: ['zhai', 'di'], 覃: ['qin', 'tan'], 洗: ['xi', 'xian'], 种: ['zhong', 'chong'], 秘: ['mi', 'bi'], 黑: ['hei', 'he'], 缪: ['miao', 'mou'], 谌: ['chen', 'shen'], 隗: ['wei', 'kui'], 牟: ['mu', 'mou'],
  长: ['chang', 'zhang'], 重: ['zhong', 'chong'], 行: ['xing', 'hang'], 朝: ['chao', 'zhao'], 茜: ['qian', 'xi'], 晟: ['sheng', 'cheng'], 盛: ['sheng', 'cheng'], 蔚: ['wei', 'yu'], 露: ['lu', 'lou'], 柏: ['bai', 'bo'], 卜: ['bu', 'bo'],
  娜: ['na', 'nuo'], 宿: ['su', 'xiu'], 藏: ['cang', 'zang'], 校: ['xiao', 'jiao'], 褚: ['chu', 'zhu'], 宓: ['mi', 'fu'], 祭: ['ji', 'zhai'], 阚: ['kan', 'han'], 郇: ['xun', 'huan'], 颉: ['jie', 'xie'], 粘: ['nian', 'zhan'], 奇: ['qi', 'ji'],
};
/** Readings of one name that are kept: two characters read in two ways, one of them with an ü. */
const MOST = 8;
const LONGEST_NAME = 4;

/**
 * How a run of simplified Chinese characters may be typed, syllable by syllable, the dictionary's reading first. ü is typed v, u or yu
 * (吕: lv, lu, lyu). `name`: the name of a person, in which more characters are read in two ways.
 */
export function readings(run: string, name: boolean): string[][] {
  const characters = [...run];
  let found = [pinyin(run, PLAIN)];
  if (READ_OTHERWISE.has(characters[0]!)) found.push(pinyin(run, { ...PLAIN, surname: 'head' }));
  characters.forEach((character, at) => {
    const others = name && characters.length <= LONGEST_NAME ? IN_NAMES[character] : undefined;
    if (others) found = found.flatMap((reading) => [reading, ...others.map((other) => reading.with(at, other))]);
    const syllable = found[0]![at];
    if (syllable?.includes('v')) found = found.flatMap((reading) => ['v', 'u', 'yu'].map((typed) => reading.with(at, syllable.replace('v', typed))));
  });
  return [...new Map(found.map((reading) => [reading.join(' '), reading])).values()].slice(0, MOST);
}
