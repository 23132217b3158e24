import { simplified } from '#domain/simplified.ts';
import { normaliseName } from '#domain/select/name.ts';

/**
 * A school, employer, club or town as compared: width, case, script, punctuation and legal forms do not count
 * (示例光伏股份有限公司 = 示例光伏; "Example University" = "the example university"). The one function behind every such column,
 * so that inferred ties and duplicates agree. '' for nothing.
 */
export function normalisePlace(place: string): string {
  return normaliseName(simplified(place.normalize('NFKC')).trim()).replace(/^(?:中国|中华人民共和国)(?=.{2,}大学)/u, '');
}
