import type { Verb } from '#domain/trust/events.ts';
import { accountArchived, accountEdited, accountsCreated, teamAssigned } from './accounts.ts';
import { assessed } from './assessments.ts';
import { decisionReviewed, decisionWithdrawn, keyAccountChosen, keyAccountDropped, reviewWithdrawn } from './decisions.ts';
import { factEdited, factsRecorded, factsWithdrawn } from './facts.ts';
import { importCommitted } from './imports.ts';
import { marked } from './marks.ts';
import { modelActivated, modelPublished } from './models.ts';
import { noted } from './notes.ts';
import { panelAgreed, panelCancelled, panelClosed, panelDeclined, panelDissented, panelOpened } from './panels.ts';
import type { Reverse } from './reverse.ts';
import { peopleChanged } from './people.ts';
import { sourceAdded, sourceWithdrawn } from './sources.ts';
import { weighed } from './weighings.ts';
import { memberChanged, settingsChanged } from './workspace.ts';

/** How each verb is taken back. A verb that is missing here cannot be. */
export const REVERSES: { readonly [V in Verb]?: Reverse<V> } = {
  accountsCreated, accountEdited, accountArchived, teamAssigned, settingsChanged, memberChanged, marked, assessed, modelPublished, modelActivated, importCommitted, factsRecorded, factEdited, factsWithdrawn, sourceAdded, sourceWithdrawn, noted, peopleChanged, weighed,
  panelOpened, panelDeclined, panelAgreed, panelDissented, panelClosed, panelCancelled,
  keyAccountChosen, keyAccountDropped, decisionWithdrawn, decisionReviewed, reviewWithdrawn,
};
