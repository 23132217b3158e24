import type { Texts } from './en.ts';
import { account } from './zhHans/account.ts';
import { assess } from './zhHans/assess.ts';
import { assessBook } from './zhHans/assessBook.ts';
import { audit } from './zhHans/audit.ts';
import { common } from './zhHans/common.ts';
import { compare } from './zhHans/compare.ts';
import { decisions } from './zhHans/decisions.ts';
import { errors } from './zhHans/errors.ts';
import { facts } from './zhHans/facts.ts';
import { members } from './zhHans/members.ts';
import { model } from './zhHans/model.ts';
import { panel } from './zhHans/panel.ts';
import { portfolio } from './zhHans/portfolio.ts';
import { prospect } from './zhHans/prospect.ts';
import { robust } from './zhHans/robust.ts';
import { settings } from './zhHans/settings.ts';
import { shell } from './zhHans/shell.ts';
import { sources } from './zhHans/sources.ts';
import { start } from './zhHans/start.ts';
import { structure } from './zhHans/structure.ts';

export const texts: Texts = {
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
