import { Converter } from 'opencc-js/t2cn';

const HAN = /\p{Script=Han}/u;
const toSimplified = Converter({ from: 'tw', to: 'cn' });

/** The text in simplified characters. */
export function simplified(text: string): string {
  return HAN.test(text) ? toSimplified(text) : text;
}
