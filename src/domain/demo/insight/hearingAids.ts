import { reading } from './reading.ts';

/** The small customer that promises most, a maker of hearing aids and screening devices: invented, as are its papers. */
export const HEARING_AIDS = reading({
  at: 34, reader: 'su',
  sources: [
    {
      title: { en: 'Award of the hearing-screening programme', zh: '听力筛查项目中标公告' }, daysAgo: 110,
      text: {
        en: `Result of the tender

Lot 2, hearing-screening devices for 240 county hospitals, goes to the only bidder whose devices pass the self-test without a sound booth. Contract value CNY 86 million over three years, deliveries from April next year.
Devices must keep their calibration for twelve months. The buyer may return every device that drifts by more than 3 dB.
Spare parts are to be kept for ten years.`,
        zh: `中标结果

第二标段：240家县级医院听力筛查设备。中标人是唯一一家设备无需隔声室即可自检的投标人。合同金额8600万元，为期三年，明年4月起交付。
设备校准须保持十二个月，漂移超过3分贝的，采购人有权退货。
备件须保证十年供应。`,
      },
      facts: [
        { key: 'tender', kind: 'market', evidence: 'document', quote: { en: 'Contract value CNY 86 million over three years, deliveries from April next year', zh: '合同金额8600万元，为期三年，明年4月起交付' }, statement: { en: 'CNY 86 million over three years for 240 county hospitals, from April', zh: '240家县级医院三年8600万元，明年4月起交付' } },
        { key: 'selfTest', kind: 'market', evidence: 'document', quote: { en: 'the only bidder whose devices pass the self-test without a sound booth', zh: '唯一一家设备无需隔声室即可自检的投标人' }, statement: { en: 'Won because its devices test themselves without a sound booth', zh: '凭无隔声室自检中标' } },
        { key: 'drift', kind: 'market', evidence: 'document', quote: { en: 'The buyer may return every device that drifts by more than 3 dB', zh: '漂移超过3分贝的，采购人有权退货' }, statement: { en: 'Hospitals may return what drifts by more than 3 dB within a year', zh: '一年内漂移超过3分贝可退货' } },
        { key: 'spares', kind: 'market', evidence: 'document', quote: { en: 'Spare parts are to be kept for ten years', zh: '备件须保证十年供应' }, statement: { en: 'Spare parts for ten years', zh: '备件保供十年' } },
      ],
    },
    {
      title: { en: 'Company presentation for investors', zh: '投资者路演材料' }, daysAgo: 75,
      text: {
        en: `Who we are

We do not sell hearing aids. We give people back their part in the conversation, from the screening at school to the device in the ear.

Where we go

By 2028 we want one million screenings a year; the data of the screening leads to the aid.
We put CNY 45 million into a clean assembly for receivers in Shenzhen, to be ready in the autumn of next year.
One acoustics partner instead of five suppliers, for three years, with engineers under one roof.

How we are set up

The general manager leads development himself. Purchasing is four people and reports to operations; regulatory affairs signs every change of a part.`,
        zh: `我们是谁

我们卖的不是助听器。从学校筛查到耳中的设备，我们让人重新加入谈话。

我们往哪里走

到2028年，每年筛查100万人次；筛查数据带来助听器的验配。
在深圳投资4500万元建设受话器洁净装配，明年秋季投产。
声学伙伴从五家减为一家，合作三年，双方工程师在同一屋檐下工作。

我们的组织

总经理亲自抓研发。采购只有四个人，归运营管；任何器件变更都须法规事务部签字。`,
      },
      facts: [
        { key: 'conversation', kind: 'strategy', evidence: 'document', quote: { en: 'We give people back their part in the conversation', zh: '我们让人重新加入谈话' }, statement: { en: 'Says of itself: it gives people back their part in the conversation', zh: '自述：让人重新加入谈话，而非卖助听器' } },
        { key: 'million', kind: 'strategy', evidence: 'document', quote: { en: 'By 2028 we want one million screenings a year', zh: '到2028年，每年筛查100万人次' }, statement: { en: 'One million screenings a year by 2028', zh: '2028年每年筛查100万人次' } },
        { key: 'clean', kind: 'strategy', evidence: 'document', quote: { en: 'We put CNY 45 million into a clean assembly for receivers in Shenzhen', zh: '在深圳投资4500万元建设受话器洁净装配' }, statement: { en: 'Builds a clean assembly for receivers, CNY 45 million, ready next autumn', zh: '投资4500万元建受话器洁净装配，明年秋季投产' } },
        { key: 'partner', kind: 'strategy', evidence: 'document', quote: { en: 'One acoustics partner instead of five suppliers, for three years', zh: '声学伙伴从五家减为一家，合作三年' }, statement: { en: 'One acoustics partner instead of five, for three years', zh: '声学伙伴五家减为一家，合作三年' } },
        { key: 'manager', kind: 'organisation', evidence: 'document', quote: { en: 'The general manager leads development himself', zh: '总经理亲自抓研发' }, statement: { en: 'The general manager leads development himself', zh: '总经理亲自抓研发' } },
        { key: 'regulatory', kind: 'organisation', evidence: 'document', quote: { en: 'regulatory affairs signs every change of a part', zh: '任何器件变更都须法规事务部签字' }, statement: { en: 'Regulatory affairs signs every change of a part', zh: '任何器件变更都须法规事务签字' } },
      ],
    },
    {
      title: { en: 'Notes of the kick-off', zh: '项目启动会记录' }, daysAgo: 28,
      text: {
        en: `With the general manager and the heads of operations and regulatory affairs.

They want receivers matched in pairs within 1 dB; today they sort by hand and lose a quarter.
The general manager asks for our aging curves over twelve months before he signs anything.
Three of the five suppliers cannot show a medical quality system. A Danish maker offers balanced-armature receivers with a lead time of 26 weeks.`,
        zh: `与总经理、运营负责人、法规事务负责人会谈。

他们要受话器按1分贝以内配对，现在靠人工分选，损失四分之一。
总经理要先看我方十二个月的老化曲线，才肯签任何东西。
五家供应商里有三家拿不出医疗质量体系。一家丹麦厂供动铁单元，交期26周。`,
      },
      facts: [
        { key: 'pairs', kind: 'process', evidence: 'observed', quote: { en: 'They want receivers matched in pairs within 1 dB; today they sort by hand and lose a quarter', zh: '他们要受话器按1分贝以内配对，现在靠人工分选，损失四分之一' }, statement: { en: 'Needs receivers paired within 1 dB; sorting by hand loses a quarter', zh: '受话器需1分贝配对，人工分选损失四分之一' } },
        { key: 'aging', kind: 'relationship', evidence: 'person', quote: { en: 'The general manager asks for our aging curves over twelve months before he signs anything', zh: '总经理要先看我方十二个月的老化曲线' }, statement: { en: 'The general manager wants our aging curves over twelve months first', zh: '总经理要先看十二个月老化曲线' } },
        { key: 'danish', kind: 'market', evidence: 'person', quote: { en: 'A Danish maker offers balanced-armature receivers with a lead time of 26 weeks', zh: '一家丹麦厂供动铁单元，交期26周' }, statement: { en: 'A Danish rival needs 26 weeks for balanced-armature receivers', zh: '丹麦对手动铁单元交期26周' } },
        { key: 'medical', kind: 'certification', evidence: 'person', quote: { en: 'Three of the five suppliers cannot show a medical quality system', zh: '五家供应商里有三家拿不出医疗质量体系' }, statement: { en: 'Three of its five suppliers have no medical quality system', zh: '五家供应商中三家没有医疗质量体系' } },
      ],
    },
  ],
});
