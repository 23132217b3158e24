import type { Day } from '../day.ts';
import { cellsOf } from '../select/pastedRows.ts';
import { dayReader } from '../select/readDay.ts';
import { aspectNamed, type Aspect } from './aspects.ts';
import type { NewCapability, NewProof, ProofKind } from './capability.ts';

export interface PastedCapability extends NewCapability { readonly proofs: readonly NewProof[] }
export interface PastedNeed { readonly aspect: Aspect; readonly text: string; readonly importance: number }

/**
 * Capabilities from lines of a spreadsheet: aspect, name, description, proof, valid until. The aspect may be left out; then the chosen
 * one counts. Lines whose first cells are headings (方面, 名称 …) are passed over.
 */
export function readCapabilities(text: string, aspect: Aspect): PastedCapability[] {
  return rowsOf(text).flatMap((row) => {
    const named = row.length > 1 ? aspectNamed(row[0]!) : null;
    const [name = '', description = '', proof = '', until = ''] = named ? row.slice(1) : row;
    if (name === '' || isHeading(row)) return [];
    const expiresOn = dayOf(until);
    return [{ aspect: named ?? aspect, name: name.slice(0, 200), text: description.slice(0, 2000), state: 'have' as const, proofs: proof === '' ? [] : [{ kind: proofKindOf(proof, expiresOn), title: proof.slice(0, 300), url: null, expiresOn }] }];
  });
}

/** Needs from lines of a spreadsheet: aspect, need, importance 1–5. The aspect may be left out, and so may the importance (3). */
export function readNeeds(text: string, aspect: Aspect): PastedNeed[] {
  return rowsOf(text).flatMap((row) => {
    const named = row.length > 1 ? aspectNamed(row[0]!) : null;
    const [need = '', importance = ''] = named ? row.slice(1) : row;
    if (need === '' || isHeading(row)) return [];
    return [{ aspect: named ?? aspect, text: need.slice(0, 2000), importance: /^[1-5]$/.test(importance) ? Number(importance) : 3 }];
  });
}

const HEADINGS = new Set(['aspect', 'name', 'capability', 'need', '方面', '名称', '名稱', '能力', '需求', '客户需求', '客戶需求']);
const isHeading = (row: readonly string[]): boolean => HEADINGS.has((row[0] ?? '').toLowerCase());

const rowsOf = (text: string): string[][] => cellsOf(text).map((row) => row.map((cell) => cell.trim())).filter((row) => row.some((cell) => cell !== ''));

function dayOf(cell: string): Day | null {
  const day = dayReader('ymd', '1900')(cell);
  return day === 'no_such_day' ? null : day;
}

/** What expires is a certificate; data sheets say what they are. */
function proofKindOf(title: string, expiresOn: Day | null): ProofKind {
  if (expiresOn !== null || /证书|證書|认证|認證|certificate|\biso\b|\biec\b|iatf/i.test(title)) return 'certificate';
  return /规格书|規格書|手册|data ?sheet/i.test(title) ? 'datasheet' : 'reference';
}
