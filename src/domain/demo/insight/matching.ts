import type { Aspect } from '../../insight/aspects.ts';
import type { CapabilityState, ProofKind } from '../../insight/capability.ts';
import type { GapAnswer } from '../../insight/needs.ts';
import type { OpportunityStage } from '../../insight/opportunity.ts';
import type { Horizon } from '../../insight/horizon.ts';
import type { Words } from '../../select/model.ts';
import type { PersonKey } from '../story/people.ts';

export interface DemoCapability {
  readonly aspect: Aspect;
  readonly name: Words;
  readonly text: Words;
  readonly state: CapabilityState;
  /** Days from the last day of the demo's trade until a proof expires; negative: it has expired. */
  readonly proofs: readonly { readonly kind: ProofKind; readonly title: Words; readonly days: number | null }[];
}

/** What the fictional maker of acoustic parts can do, builds and lacks. */
export const DEMO_CAPABILITIES = {
  onSite: { aspect: 'operations', name: { en: 'Engineers on site within 24 hours', zh: '工程师24小时到场' }, text: { en: 'Resident engineers in Weihai and Shenzhen', zh: '威海、深圳常驻工程师' }, state: 'have', proofs: [{ kind: 'reference', title: { en: 'Delivery review, largest customer', zh: '最大客户交付评审' }, days: null }] },
  hub: { aspect: 'operations', name: { en: 'Stock at the customer’s gate', zh: '客户端寄售仓' }, text: { en: 'Call-off every day, 10 days of cover', zh: '每日叫料，备货10天' }, state: 'have', proofs: [] },
  redesign: { aspect: 'business', name: { en: 'Cost-down by redesign', zh: '联合降本改型' }, text: { en: 'One workshop a year with development and purchasing', zh: '每年一次与研发、采购的联合工作坊' }, state: 'have', proofs: [] },
  carbon: { aspect: 'business', name: { en: 'Carbon footprint of each part', zh: '单件碳足迹核算' }, text: { en: 'As ISO 14067 asks for', zh: '按 ISO 14067' }, state: 'missing', proofs: [] },
  snapIn: { aspect: 'technology', name: { en: 'Snap-in speaker module, no glue', zh: '卡扣式免胶音腔' }, text: { en: 'Tool is cut, first parts in eight weeks', zh: '模具已开，八周后首样' }, state: 'building', proofs: [] },
  fanNoise: { aspect: 'technology', name: { en: 'Far-field voice beside a fan', zh: '风扇噪声下远场拾音' }, text: { en: 'Beam forming with adaptive noise cancelling', zh: '波束成形加自适应降噪' }, state: 'missing', proofs: [] },
  pairing: { aspect: 'technology', name: { en: 'Pairing within 1 dB in line', zh: '在线1分贝配对' }, text: { en: 'Automatic, 3,000 pairs an hour', zh: '自动分选，每小时3000对' }, state: 'have', proofs: [{ kind: 'datasheet', title: { en: 'RC-0815 P, sheet 3', zh: 'RC-0815 P 规格书 第3页' }, days: null }] },
  tablet: { aspect: 'products', name: { en: 'Acoustic module for tablets', zh: '平板音腔模组' }, text: { en: 'AM-TAB8, 3.1 million pieces delivered', zh: 'AM-TAB8，累计交付310万只' }, state: 'have', proofs: [{ kind: 'reference', title: { en: 'School tablets, since 2022', zh: '教育平板，自2022年' }, days: null }] },
  array: { aspect: 'products', name: { en: 'Four-microphone array', zh: '四麦阵列模组' }, text: { en: 'AM-ARR4, 72 dB microphones', zh: 'AM-ARR4，72 dB 麦克风' }, state: 'have', proofs: [{ kind: 'datasheet', title: { en: 'AM-ARR4, edition 2', zh: 'AM-ARR4 规格书 第2版' }, days: null }] },
  armature: { aspect: 'products', name: { en: 'Balanced-armature receivers', zh: '动铁单元' }, text: { en: 'RC-BA31, lead time 9 weeks', zh: 'RC-BA31，交期9周' }, state: 'have', proofs: [{ kind: 'datasheet', title: { en: 'RC-BA31, edition 5', zh: 'RC-BA31 规格书 第5版' }, days: null }] },
  failure: { aspect: 'services', name: { en: 'Failure analysis in five days', zh: '五天失效分析' }, text: { en: '8D report, own laboratory', zh: '8D 报告，自有实验室' }, state: 'have', proofs: [{ kind: 'reference', title: { en: '41 reports last year', zh: '去年41份报告' }, days: null }] },
  automotive: { aspect: 'specifications', name: { en: 'IATF 16949 quality system', zh: 'IATF 16949 质量体系' }, text: { en: '', zh: '' }, state: 'have', proofs: [{ kind: 'certificate', title: { en: 'IATF 16949:2016', zh: 'IATF 16949:2016' }, days: -20 }] },
  medical: { aspect: 'specifications', name: { en: 'ISO 13485 quality system', zh: 'ISO 13485 医疗质量体系' }, text: { en: 'Shenzhen plant', zh: '深圳工厂' }, state: 'have', proofs: [{ kind: 'certificate', title: { en: 'ISO 13485:2016', zh: 'ISO 13485:2016' }, days: 410 }] },
  aging: { aspect: 'specifications', name: { en: 'Aging bench over twelve months', zh: '十二个月老化试验台' }, text: { en: 'Sensitivity and calibration under heat and damp', zh: '温湿度下的灵敏度与校准漂移' }, state: 'missing', proofs: [] },
} as const satisfies Record<string, DemoCapability>;
export type CapabilityKey = keyof typeof DEMO_CAPABILITIES;

export interface DemoNeed<Fact extends string> {
  readonly aspect: Aspect;
  readonly text: Words;
  readonly importance: number;
  readonly facts: readonly Fact[];
  readonly fits: Partial<Record<CapabilityKey, number>>;
  readonly answer?: { readonly what: Exclude<GapAnswer, 'opportunity'>; readonly build?: CapabilityKey; readonly note: Words };
}
export interface DemoOpportunity<Fact extends string> {
  readonly title: Words;
  readonly category: Words;
  readonly unit: Words;
  /** Place of its need in the list of needs. */
  readonly need: number | null;
  /** Low, likely, high in units of the currency. */
  readonly value: readonly [number, number, number] | null;
  readonly currency: string;
  readonly fit: number | null;
  /** Days after the last day of the demo's trade. */
  readonly inDays: number | null;
  readonly horizon: Horizon;
  readonly stage: OpportunityStage;
  readonly facts: readonly Fact[];
}
/** Needs, fits, gaps and opportunity points of one customer, told by its account manager. */
export interface Matching<Fact extends string> { readonly by: PersonKey; readonly needs: readonly DemoNeed<Fact>[]; readonly opportunities: readonly DemoOpportunity<Fact>[] }
/** Only checks the keys of facts. */
export const matching = <const Fact extends string>(one: Matching<Fact>): Matching<Fact> => one;
