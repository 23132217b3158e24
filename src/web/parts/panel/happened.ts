import type { PayloadOf, Verb } from '#domain/trust/events.ts';
import type { Texts } from '../../text/locale.ts';
import type { ModelNames } from '../account/names.ts';
import { markWord } from './markWord.ts';

/** What happened in a panel, in the viewer's words; null for events of other things. */
export function panelHappened(event: { readonly verb: string; readonly payload: object }, texts: Pick<Texts, 'panel' | 'account'>, names: ModelNames, nameOf: (id: string) => string): string | null {
  const t = texts.panel.happened;
  const payload = <V extends Verb>(): PayloadOf<V> => event.payload as unknown as PayloadOf<V>;
  switch (event.verb as Verb) {
    case 'panelOpened': return t.opened({ question: payload<'panelOpened'>().question, assessors: payload<'panelOpened'>().assessors.map(nameOf).join(', ') });
    case 'panelSubmitted': return t.submitted(payload<'panelSubmitted'>());
    case 'panelDeclined': return payload<'panelDeclined'>().declined ? t.declined(payload<'panelDeclined'>()) : t.cameBack(payload<'panelDeclined'>());
    case 'panelEntryClosed': {
      const { question, late } = payload<'panelEntryClosed'>();
      return late.length === 0 ? t.entryClosed({ question }) : t.entryClosedWithout({ question, late: late.map(nameOf).join(', ') });
    }
    case 'panelReasoned': return t.reasoned(payload<'panelReasoned'>());
    case 'panelAgreed': {
      const { agreed, question, indicators, changes } = payload<'panelAgreed'>();
      if (!agreed) return t.unagreed({ question, marks: indicators.map(names.indicator).join(', ') });
      // Without a change of marks a deduction or red line was agreed not to apply.
      const value = (key: string) => changes.find((change) => change.indicator === key)?.value ?? false;
      return t.agreed({ question, marks: indicators.map((key) => t.mark({ name: names.indicator(key), value: markWord(key, value(key), texts.account, names) })).join(', ') });
    }
    case 'panelDissented': {
      const { holds, indicator, value, reason } = payload<'panelDissented'>();
      const name = names.indicator(indicator);
      return holds ? t.dissented({ name, value: markWord(indicator, value, texts.account, names), reason }) : t.dissentWithdrawn({ name });
    }
    case 'panelClosed': return payload<'panelClosed'>().closed ? t.closed(payload<'panelClosed'>()) : t.reopened(payload<'panelClosed'>());
    case 'panelCancelled': return payload<'panelCancelled'>().cancelled ? t.cancelled(payload<'panelCancelled'>()) : t.takenUp(payload<'panelCancelled'>());
    default: return null;
  }
}
