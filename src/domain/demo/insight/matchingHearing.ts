import { matching } from './matching.ts';

/** What the maker of hearing aids needs, and where we see an opportunity. */
export const MATCHING_HEARING = matching({
  by: 'su',
  needs: [
    { aspect: 'technology', text: { en: 'Receivers in pairs within 1 dB', zh: '受话器1分贝以内配对' }, importance: 5, facts: ['pairs'], fits: { pairing: 4 } },
    { aspect: 'specifications', text: { en: 'Aging curves over twelve months before anything is signed', zh: '签约前要有十二个月老化曲线' }, importance: 5, facts: ['aging'], fits: { aging: 4, medical: 1 }, answer: { what: 'build', build: 'aging', note: { en: 'Start with the receivers', zh: '先做受话器' } } },
    { aspect: 'specifications', text: { en: 'Calibration that drifts by less than 3 dB a year', zh: '一年校准漂移小于3分贝' }, importance: 5, facts: ['drift'], fits: { aging: 3, pairing: 2 } },
    { aspect: 'business', text: { en: 'A medical quality system', zh: '医疗质量体系' }, importance: 4, facts: ['medical', 'regulatory'], fits: { medical: 4 } },
    { aspect: 'products', text: { en: 'Balanced-armature receivers in less than 26 weeks', zh: '动铁单元交期短于26周' }, importance: 4, facts: ['danish'], fits: { armature: 4 } },
    { aspect: 'services', text: { en: 'Spare parts for ten years', zh: '备件保供十年' }, importance: 3, facts: ['spares'], fits: {} },
  ],
  opportunities: [
    { title: { en: 'The one acoustics partner for three years', zh: '三年独家声学伙伴' }, category: { en: 'All acoustic parts', zh: '全部声学器件' }, unit: { en: 'Screening devices', zh: '筛查设备' }, need: null, value: [18_000_000, 27_000_000, 35_000_000], currency: 'CNY', fit: 3, inDays: 180, horizon: 'long', stage: 'pursued', facts: ['partner', 'tender'] },
    { title: { en: 'Paired receivers within 1 dB', zh: '1分贝配对受话器' }, category: { en: 'Receivers', zh: '受话器' }, unit: { en: 'Hearing aids', zh: '助听器' }, need: 0, value: [4_000_000, 6_000_000, 9_000_000], currency: 'CNY', fit: null, inDays: 90, horizon: 'mid', stage: 'confirmed', facts: ['pairs'] },
    { title: { en: 'Balanced-armature receivers in place of the Danish ones', zh: '以国产动铁替代丹麦供货' }, category: { en: 'Receivers', zh: '受话器' }, unit: { en: 'Hearing aids', zh: '助听器' }, need: 4, value: [300_000, 420_000, 600_000], currency: 'USD', fit: null, inDays: 75, horizon: 'mid', stage: 'confirmed', facts: ['danish'] },
    { title: { en: 'Our engineers in the clean assembly in Shenzhen', zh: '深圳洁净装配驻场团队' }, category: { en: 'Services', zh: '服务' }, unit: { en: 'Shenzhen', zh: '深圳' }, need: null, value: null, currency: 'CNY', fit: 2, inDays: 330, horizon: 'long', stage: 'seen', facts: ['clean'] },
  ],
});
