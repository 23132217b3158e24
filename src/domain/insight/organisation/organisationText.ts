import { neutralised } from '#domain/neutralise.ts';
import type { OrgUnit } from './unit.ts';

export type OrgHeading = 'code' | 'name' | 'parent' | 'function' | 'head' | 'people';
const ORDER: readonly OrgHeading[] = ['code', 'name', 'parent', 'function', 'head', 'people'];

/** Units as rows for a spreadsheet (tabs and line ends), with the given headings: what `readOrganisation` reads again. */
export function organisationText(units: readonly OrgUnit[], headings: Readonly<Record<OrgHeading, string>>): string {
  const text = (value: string | null): string => neutralised(value ?? '').replace(/[\t\r\n]+/g, ' ');
  const rows = units.map((unit) => [String(unit.unit), text(unit.name), unit.parent === null ? '' : String(unit.parent), text(unit.function), text(unit.head), unit.people === null ? '' : String(unit.people)]);
  return [ORDER.map((one) => headings[one]), ...rows].map((row) => row.join('\t')).join('\n');
}
