import { matching } from './matching.ts';

/** What the maker of tablets and laptops needs, and where we see an opportunity. */
export const MATCHING_TABLETS = matching({
  by: 'zhao',
  needs: [
    { aspect: 'operations', text: { en: 'Speaker station without glue stops', zh: '扬声器工位不再因点胶停线' }, importance: 5, facts: ['glue', 'weihai'], fits: { snapIn: 4, tablet: 2 } },
    { aspect: 'technology', text: { en: 'Far-field voice although the fan runs', zh: '风扇转着也能远场拾音' }, importance: 5, facts: ['voice', 'array'], fits: { array: 2, fanNoise: 4 }, answer: { what: 'build', build: 'fanNoise', note: { en: 'With the institute in Nanjing, 14 months', zh: '与南京研究所合作，14个月' } } },
    { aspect: 'services', text: { en: 'Halve returns for sound faults', zh: '声音故障退机减半' }, importance: 5, facts: ['returns'], fits: { failure: 3, onSite: 3 } },
    { aspect: 'operations', text: { en: 'Engineers on site within 24 hours', zh: '工程师24小时内到场' }, importance: 4, facts: ['grading'], fits: { onSite: 4, hub: 2 } },
    { aspect: 'business', text: { en: 'Carbon footprint of each part, from grade A', zh: 'A级供应商须提供单件碳足迹' }, importance: 4, facts: ['carbon'], fits: { carbon: 4 }, answer: { what: 'build', build: 'carbon', note: { en: 'Grade A gets the first inquiry', zh: 'A级优先询价' } } },
    { aspect: 'specifications', text: { en: 'Microphones that keep their sensitivity for four school years', zh: '麦克风灵敏度四个学年不漂移' }, importance: 4, facts: [], fits: { array: 1, aging: 4 }, answer: { what: 'build', build: 'aging', note: { en: 'Asked for in passing; to be confirmed', zh: '对方顺口提到，待确认' } } },
    { aspect: 'specifications', text: { en: 'Parts that help the display to energy class B', zh: '器件功耗要让显示屏达到能效B级' }, importance: 4, facts: ['label'], fits: { tablet: 1 } },
    { aspect: 'products', text: { en: 'A cheaper sound for tablets below CNY 900', zh: '900元以下平板的低价音腔' }, importance: 3, facts: ['price'], fits: { tablet: 1, redesign: 2 }, answer: { what: 'none', note: { en: 'Below our costs; we do not follow the price down', zh: '低于成本，不跟价' } } },
    { aspect: 'business', text: { en: 'Part releases without surprises in the committee', zh: '器件委员会导入一次通过' }, importance: 3, facts: ['committee'], fits: {} },
  ],
  opportunities: [
    { title: { en: 'Snap-in modules for lines 1 to 3 in Weihai', zh: '威海1–3号线卡扣式模组' }, category: { en: 'Acoustic modules', zh: '音腔模组' }, unit: { en: 'Weihai', zh: '威海' }, need: 0, value: [12_000_000, 18_000_000, 26_000_000], currency: 'CNY', fit: 3, inDays: 120, horizon: 'long', stage: 'confirmed', facts: ['glue', 'weihai'] },
    { title: { en: 'Far-field voice kit for school tablets', zh: '教育平板远场语音套件' }, category: { en: 'Microphones', zh: '麦克风' }, unit: { en: 'Education', zh: '教育' }, need: 1, value: [8_000_000, 20_000_000, 40_000_000], currency: 'CNY', fit: null, inDays: 400, horizon: 'long', stage: 'seen', facts: ['voice', 'array'] },
    { title: { en: 'Win back the 18 % of the second source', zh: '夺回二供的18%份额' }, category: { en: 'Speakers', zh: '扬声器' }, unit: { en: 'Weihai', zh: '威海' }, need: null, value: [3_000_000, 4_500_000, 5_500_000], currency: 'CNY', fit: 4, inDays: 60, horizon: 'short', stage: 'pursued', facts: ['second', 'cap'] },
    { title: { en: 'Joint failure analysis of returns', zh: '退机联合失效分析' }, category: { en: 'Services', zh: '服务' }, unit: { en: 'Quality', zh: '质量' }, need: 2, value: null, currency: 'CNY', fit: null, inDays: 45, horizon: 'mid', stage: 'seen', facts: ['returns', 'quality'] },
    { title: { en: 'Sound bar for mixed classrooms (an idea from the fair)', zh: '混合课堂条形音箱（展会上的想法）' }, category: { en: '', zh: '' }, unit: { en: '', zh: '' }, need: null, value: null, currency: 'CNY', fit: null, inDays: null, horizon: 'mid', stage: 'seen', facts: [] },
  ],
});
