import { reading } from './reading.ts';

/** The largest customer, a maker of tablets and laptops: invented, as are its report and its handbook. */
export const TABLET_MAKER = reading({
  at: 0, reader: 'zhao',
  sources: [
    {
      title: { en: 'Annual report, excerpts', zh: '年度报告（节选）' }, daysAgo: 205,
      text: {
        en: `Letter to shareholders

Last year we shipped 3.1 million tablets and laptops, eight per cent more than the year before, and revenue rose to CNY 2.14 billion. Education took 46 per cent of our tablets; it will decide our next three years.

People believe that we sell devices. Schools buy something else from us: lessons that run without a technician in the room. That is why sound is no accessory for us. A teacher's voice must be understood in the last row.

Strategy

By the end of next year a third of tablet production moves to the new plant in Weihai. We invest CNY 320 million there, of which CNY 140 million in automatic assembly.
Our goal is to halve returns in the field within two years; every fifth return today is for a sound fault.
By 2029 every second device we sell shall leave the house with far-field voice.

Risks

Tenders of the school authorities are decided on price more often than before. Two competitors offered tablets below CNY 900 last autumn.
From 2027 the energy label for displays applies to tablets as well; models that miss class B may not be offered in public tenders.

Organisation

Since January, purchasing reports to the chief operating officer instead of finance. Quality has become a division of its own with a seat on the board.`,
        zh: `致股东信

去年我们出货平板和笔记本310万台，同比增长8%，营业收入达到21.4亿元。教育行业占平板销量的46%，未来三年的成败就看教育。

外界以为我们卖的是设备，学校买的却是另一样东西：教室里没有技术员也能顺利上完的课。所以声音对我们不是配件，最后一排也要听清老师的话。

发展战略

明年年底前，三分之一的平板产能迁往威海新工厂。新工厂投资3.2亿元，其中1.4亿元用于自动化装配。
我们的目标是两年内把售后退机率减半；目前每五台退机就有一台是声音故障。
到2029年，每卖出两台设备就有一台具备远场语音。

风险

教育主管部门的招标比以往更看重价格。去年秋天，两家竞争对手的平板报价已低于900元。
2027年起，显示屏能效标识适用于平板电脑，达不到B级的机型不得参加公共采购。

组织

今年1月起，采购由首席运营官分管，不再归财务。质量单独成立事业部，并进入管理委员会。`,
      },
      facts: [
        { key: 'education', kind: 'market', evidence: 'document', quote: { en: 'Education took 46 per cent of our tablets; it will decide our next three years', zh: '教育行业占平板销量的46%，未来三年的成败就看教育' }, statement: { en: 'Education takes 46 % of its tablets and decides the next three years', zh: '教育占其平板销量46%，决定未来三年' } },
        { key: 'lessons', kind: 'strategy', evidence: 'document', quote: { en: 'lessons that run without a technician in the room', zh: '教室里没有技术员也能顺利上完的课' }, statement: { en: 'Says of itself: schools buy lessons that run without a technician, not devices', zh: '自述：学校买的不是设备，而是没有技术员也能上完的课' } },
        { key: 'weihai', kind: 'strategy', evidence: 'document', quote: { en: 'We invest CNY 320 million there, of which CNY 140 million in automatic assembly', zh: '新工厂投资3.2亿元，其中1.4亿元用于自动化装配' }, statement: { en: 'Invests CNY 320 million in the Weihai plant, 140 million of it in automatic assembly', zh: '威海新工厂投资3.2亿元，其中自动化装配1.4亿元' } },
        { key: 'returns', kind: 'strategy', evidence: 'document', quote: { en: 'Our goal is to halve returns in the field within two years; every fifth return today is for a sound fault', zh: '我们的目标是两年内把售后退机率减半；目前每五台退机就有一台是声音故障' }, statement: { en: 'Wants to halve field returns in two years; every fifth is a sound fault', zh: '两年内退机率减半；五分之一退机是声音故障' } },
        { key: 'voice', kind: 'strategy', evidence: 'document', quote: { en: 'every second device we sell shall leave the house with far-field voice', zh: '每卖出两台设备就有一台具备远场语音' }, statement: { en: 'By 2029 every second device has far-field voice', zh: '到2029年半数设备具备远场语音' } },
        { key: 'price', kind: 'market', evidence: 'document', quote: { en: 'Two competitors offered tablets below CNY 900 last autumn', zh: '两家竞争对手的平板报价已低于900元' }, statement: { en: 'Two rivals offer school tablets below CNY 900', zh: '两家对手的教育平板已低于900元' } },
        { key: 'label', kind: 'market', evidence: 'document', quote: { en: 'From 2027 the energy label for displays applies to tablets as well', zh: '2027年起，显示屏能效标识适用于平板电脑' }, statement: { en: 'From 2027 public tenders ask for an energy label of class B or better', zh: '2027年起公共采购要求能效B级以上' } },
        { key: 'purchasing', kind: 'organisation', evidence: 'document', quote: { en: 'purchasing reports to the chief operating officer instead of finance', zh: '采购由首席运营官分管，不再归财务' }, statement: { en: 'Purchasing reports to the chief operating officer since January', zh: '1月起采购归首席运营官分管' } },
        { key: 'quality', kind: 'organisation', evidence: 'document', quote: { en: 'Quality has become a division of its own with a seat on the board', zh: '质量单独成立事业部，并进入管理委员会' }, statement: { en: 'Quality is a division of its own with a seat on the board', zh: '质量独立成事业部并进入管理委员会' } },
      ],
    },
    {
      title: { en: 'Supplier handbook, edition 6', zh: '供应商手册 第6版' }, daysAgo: 330,
      text: {
        en: `3 How we buy

Suppliers are graded every half-year: quality 40, delivery 25, cost 20, cooperation 15. Grade A gets the first inquiry.
For each acoustic part we keep two sources; neither may hold more than 75 per cent.
New parts are released by the parts committee: development proposes, quality approves, purchasing decides the share.

4 What we expect

Failures on the line below 80 ppm. Engineers on site within 24 hours.
From this edition on, suppliers of grade A report the carbon footprint of each part.`,
        zh: `三、采购方式

供应商每半年评级：质量40、交付25、成本20、协作15。A级供应商优先询价。
每种声学器件保持两家供应商，任何一家不得超过75%。
新器件由器件委员会导入：研发提名，质量批准，采购决定份额。

四、我们的要求

上线失效率低于80 ppm，工程师24小时内到场。
自本版起，A级供应商须提供每种器件的碳足迹。`,
      },
      facts: [
        { key: 'grading', kind: 'process', evidence: 'document', quote: { en: 'quality 40, delivery 25, cost 20, cooperation 15', zh: '质量40、交付25、成本20、协作15' }, statement: { en: 'Grades suppliers half-yearly: quality 40, delivery 25, cost 20, cooperation 15', zh: '每半年评级：质量40、交付25、成本20、协作15' } },
        { key: 'cap', kind: 'process', evidence: 'document', quote: { en: 'neither may hold more than 75 per cent', zh: '任何一家不得超过75%' }, statement: { en: 'Keeps two sources per acoustic part, none above 75 %', zh: '每种声学器件两家供应商，单家不超过75%' } },
        { key: 'committee', kind: 'process', evidence: 'document', quote: { en: 'development proposes, quality approves, purchasing decides the share', zh: '研发提名，质量批准，采购决定份额' }, statement: { en: 'Parts committee: development proposes, quality approves, purchasing decides the share', zh: '器件委员会：研发提名、质量批准、采购定份额' } },
        { key: 'carbon', kind: 'process', evidence: 'document', quote: { en: 'suppliers of grade A report the carbon footprint of each part', zh: 'A级供应商须提供每种器件的碳足迹' }, statement: { en: 'Grade A needs a carbon footprint for each part', zh: 'A级须提供每种器件碳足迹' } },
      ],
    },
    {
      title: { en: 'Notes of our visit to the Weihai site', zh: '威海工厂走访记录' }, daysAgo: 24,
      text: {
        en: `With the head of production engineering and the quality manager of the division.

Lines 1 and 2 are set up; line 3 is planned for March. The glue station for speakers stops four times a shift; they look for modules that snap in.
The second speaker source, a maker from Dongguan, passed its samples in August and has had 18 per cent of the volume since October.
For far-field voice they test a four-microphone array of a chip maker; the noise of the fan is not solved.`,
        zh: `与生产工程负责人、质量事业部质量经理同行。

1、2号线已装好，3号线计划明年3月。扬声器点胶工位每班停线四次，他们在找卡扣式模组。
扬声器第二供应商是东莞一家厂，8月样品合格，10月起拿到18%的份额。
远场语音正在试一家芯片厂的四麦阵列，风扇噪声还没解决。`,
      },
      facts: [
        { key: 'glue', kind: 'process', evidence: 'observed', quote: { en: 'The glue station for speakers stops four times a shift; they look for modules that snap in', zh: '扬声器点胶工位每班停线四次，他们在找卡扣式模组' }, statement: { en: 'The glue station stops four times a shift; looks for modules that snap in', zh: '点胶工位每班停线四次，在找卡扣式模组' } },
        { key: 'second', kind: 'market', evidence: 'observed', quote: { en: 'passed its samples in August and has had 18 per cent of the volume since October', zh: '8月样品合格，10月起拿到18%的份额' }, statement: { en: 'A maker from Dongguan has 18 % of the speaker volume since October', zh: '东莞一家厂10月起拿到18%扬声器份额' } },
        { key: 'array', kind: 'process', evidence: 'observed', quote: { en: 'they test a four-microphone array of a chip maker; the noise of the fan is not solved', zh: '远场语音正在试一家芯片厂的四麦阵列，风扇噪声还没解决' }, statement: { en: 'Tests a chip maker’s four-microphone array; fan noise is not solved', zh: '在试芯片厂四麦阵列，风扇噪声未解决' } },
      ],
    },
  ],
});
