import { account } from './en/account.ts';
import { assess } from './en/assess.ts';
import { assessBook } from './en/assessBook.ts';
import { audit } from './en/audit.ts';
import { common } from './en/common.ts';
import { compare } from './en/compare.ts';
import { decisions } from './en/decisions.ts';
import { errors } from './en/errors.ts';
import { facts } from './en/facts.ts';
import { members } from './en/members.ts';
import { model } from './en/model.ts';
import { panel } from './en/panel.ts';
import { portfolio } from './en/portfolio.ts';
import { prospect } from './en/prospect.ts';
import { robust } from './en/robust.ts';
import { settings } from './en/settings.ts';
import { shell } from './en/shell.ts';
import { sources } from './en/sources.ts';
import { start } from './en/start.ts';
import { structure } from './en/structure.ts';

/**
 * Every text of the screens, one section per room or page. A text is a string, or a function that puts its arguments into
 * a sentence: strings come already formatted and are only interpolated (zh-Hant converts around them), numbers are for counts.
 */
export const texts = {
  shell,
  common,
  errors,
  start,
  portfolio,
  robust,
  assessBook,
  account,
  decisions,
  structure,
  facts,
  assess,
  model,
  settings,
  members,
  audit,
  compare,
  panel,
  prospect,
  sources,
};
export type Texts = typeof texts;
