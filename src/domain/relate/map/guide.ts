import type { MapField } from './scales.ts';

/** A question (yes or no) on the way to a value; its words are texts of the screen under its name. */
export interface GuideStep { readonly ask: string; readonly yes: GuideStep | GuideEnd; readonly no: GuideStep | GuideEnd }
/** Where it ends: the value, and what to be able to show for it (words of the screen under that name). */
export interface GuideEnd { readonly value: string; readonly show: string }
export type GuidedField = Exclude<MapField, 'held_by'>;

const end = (value: string, show: string): GuideEnd => ({ value, show });

/**
 * Guided setting (引导判断): what was seen decides, not how it feels. Each tree asks three to five questions on its longest way; every
 * value of the scale can be reached, "unknown" where nothing was seen. The trees are ours, the order of scales is the method's (R3).
 */
export const GUIDES: Readonly<Record<GuidedField, GuideStep>> = {
  stance: {
    ask: 'saidOrDid',
    no: end('unknown', 'nothing'),
    yes: {
      ask: 'actsForUs',
      yes: { ask: 'spokeInsideWithoutUs', yes: end('champion', 'whoHeard'), no: end('supporter', 'whatHelped') },
      no: { ask: 'worksAgainst', yes: end('opposed', 'whatAgainst'), no: { ask: 'raisedDoubts', yes: end('doubtful', 'whichDoubts'), no: end('neutral', 'evenHanded') } },
    },
  },
  role: {
    ask: 'canSayYesAlone',
    yes: end('decider', 'whoSignsLast'),
    no: {
      ask: 'mustAgree',
      yes: end('approver', 'whichStep'),
      no: {
        ask: 'judgesOffers',
        yes: { ask: 'termsAndPrice', yes: end('buyer', 'whichStep'), no: end('evaluator', 'whichCriteria') },
        no: { ask: 'worksWithIt', yes: end('user', 'whereUsed'), no: { ask: 'controlsAccess', yes: end('gatekeeper', 'whoWaited'), no: end('influencer', 'whoListens') } },
      },
    },
  },
  authority: {
    ask: 'budgetIsTheirs',
    yes: { ask: 'lastWord', yes: end('5', 'whoSignsLast'), no: end('4', 'whichStep') },
    no: { ask: 'leadsPart', yes: end('3', 'whichPart'), no: { ask: 'isAskedFormally', yes: end('2', 'whichStep'), no: end('1', 'position') } },
  },
  influence: {
    ask: 'sawThemTogether',
    no: end('unknown', 'nothing'),
    yes: { ask: 'changedOutcome', yes: { ask: 'inTheRoom', yes: end('inner', 'whichDecision'), no: end('listened', 'whoListens') }, no: { ask: 'askedBefore', yes: end('listened', 'whoListens'), no: end('outside', 'whoDidNot') } },
  },
  closeness: {
    ask: 'weKnow',
    no: end('unknown', 'nothing'),
    yes: { ask: 'metInPerson', no: end('none', 'nothing'), yes: { ask: 'metThrice', no: end('brief', 'lastMeeting'), yes: { ask: 'toldUsMore', yes: end('depth', 'whatTold'), no: end('several', 'lastMeeting') } } },
  },
};

/** Whether a step is an end. */
export const isEnd = (step: GuideStep | GuideEnd): step is GuideEnd => 'value' in step;
