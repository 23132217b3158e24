import type { Kpi } from '../kpi.ts';

/** What operations (production, supply chain) are measured by. */
export const operations: readonly Omit<Kpi, 'function'>[] = [
  {
    key: 'output-plan', name: { en: 'Production plan met', zh: '生产计划达成率' }, unit: { en: '%', zh: '%' }, direction: 'up', words: ['production plan', 'output', 'capacity', 'ramp', '产量', '产能', '生产计划', '爬坡', '扩产'],
    measure: { en: 'Units made ÷ units planned, by week', zh: '实际产量 ÷ 计划产量，按周' },
    needs: { en: 'Parts on the line when the plan says so, also in the week the plan changes.', zh: '计划要料那天料就在线边，计划改了那周也一样。' },
    topics: [{ en: 'How much more we can deliver within two weeks, with what proof', zh: '两周内我们最多能加多少量，凭什么保证' }, { en: 'Their ramp-up curve against our capacity, month by month', zh: '他们的爬坡曲线和我们的产能，逐月对一遍' }],
  },
  {
    key: 'line-stops', name: { en: 'Line stops for lack of parts', zh: '缺料停线时间' }, unit: { en: 'minutes a month', zh: '分钟/月' }, direction: 'down', words: ['line stop', 'line down', 'shortage', 'out of stock', '停线', '缺料', '断料'],
    measure: { en: 'Minutes a line stood for lack of parts', zh: '因缺料造成的停线分钟数' },
    needs: { en: 'Safety stock close by, and a telephone that is answered at night.', zh: '就近有安全库存，半夜电话有人接。' },
    topics: [{ en: 'The last stop: what would have prevented it, and what that costs', zh: '上次停线：怎样就能避免，要花多少钱' }],
  },
  {
    key: 'oee', name: { en: 'Overall equipment effectiveness', zh: '设备综合效率（OEE）' }, unit: { en: '%', zh: '%' }, direction: 'up', words: ['oee', 'equipment', 'uptime', 'downtime', '设备综合效率', '稼动率', '停机'],
    measure: { en: 'Availability × performance × quality', zh: '时间开动率 × 性能开动率 × 良品率' },
    needs: { en: 'Parts that run at full speed, and service before a machine stands.', zh: '来料能跑满速度；设备没停之前服务就到。' },
    topics: [{ en: 'What the machine does slower because of the part', zh: '因为来料，设备哪一步被迫放慢' }],
  },
  {
    key: 'unit-cost', name: { en: 'Manufacturing cost per unit', zh: '单位制造成本' }, unit: { en: '% a year', zh: '%/年' }, direction: 'down', words: ['manufacturing cost', 'conversion cost', 'labour', 'labor', 'automation', '制造成本', '人工成本', '自动化'],
    measure: { en: 'Cost of manufacturing ÷ good units', zh: '制造费用 ÷ 合格台数' },
    needs: { en: 'Steps taken off their line: pre-assembled, pre-tested, packed for the robot.', zh: '替他们省工序：预装好、预测好、按机械手的要求装盘。' },
    topics: [{ en: 'Which step of their line we can take over, and what it saves', zh: '哪道工序可以挪到我们这边，能省多少' }],
  },
  {
    key: 'delivery-service', name: { en: 'On-time delivery to their customers', zh: '对客户准时交付率' }, unit: { en: '%', zh: '%' }, direction: 'up', words: ['customer delivery', 'otif', 'service level', '客户交付', '准交率', '订单满足率'],
    measure: { en: 'Order lines delivered on time in full ÷ order lines', zh: '按时足量交付的订单行 ÷ 订单行' },
    needs: { en: 'Short and steady lead times, seen in their planning system.', zh: '稳定的短交期，计划系统里看得见。' },
    topics: [{ en: 'From four weeks to one: what would have to change on both sides', zh: '四周交期缩到一周，双方各要改什么' }],
  },
  {
    key: 'stock-days', name: { en: 'Days of stock', zh: '库存周转天数' }, unit: { en: 'days', zh: '天' }, direction: 'down', words: ['inventory days', 'stock days', 'turnover', 'working capital', '库存周转', '周转天数', '存货'],
    measure: { en: 'Stock ÷ cost of sales × 365', zh: '存货 ÷ 销售成本 × 365' },
    needs: { en: 'Frequent small deliveries that do not cost more.', zh: '小批多次送货，总费用不增加。' },
    topics: [{ en: 'A milk run with two neighbours of theirs', zh: '和他们周边两家客户拼一条循环取货线路' }],
  },
  {
    key: 'forecast', name: { en: 'Forecast accuracy', zh: '需求预测准确率' }, unit: { en: '%', zh: '%' }, direction: 'up', words: ['forecast', 'demand planning', 's&op', '预测', '需求计划', '产销协同'],
    measure: { en: '1 − |forecast − demand| ÷ demand, by month', zh: '1 − |预测 − 实际| ÷ 实际，按月' },
    needs: { en: 'Suppliers who bear an error of the forecast without panic, and say what they see in the market.', zh: '预测有偏差也扛得住的供应商，还愿意说说自己看到的行情。' },
    topics: [{ en: 'Rolling forecast: frozen, flexible, free; how many weeks each', zh: '滚动预测：锁定期、弹性期、自由期各几周' }],
  },
  {
    key: 'logistics-cost', name: { en: 'Logistics cost', zh: '物流费用率' }, unit: { en: '% of revenue', zh: '% 收入' }, direction: 'down', words: ['logistics', 'freight', 'packaging', 'warehouse', '物流', '运费', '包装', '仓储'],
    measure: { en: '(Freight + storage + packing) ÷ revenue', zh: '（运输 + 仓储 + 包装）÷ 收入' },
    needs: { en: 'Denser packing, reusable boxes, full trucks.', zh: '包装密度高、箱子能循环、车能装满。' },
    topics: [{ en: 'How much air is in a pallet of ours, and how to take it out', zh: '我们一托货里有多少是空气，怎么挤掉' }],
  },
  {
    key: 'safety', name: { en: 'Accidents at work', zh: '安全事故率' }, unit: { en: 'per million hours', zh: '起/百万工时' }, direction: 'down', words: ['safety', 'accident', 'ehs', '安全', '事故', '环保'],
    measure: { en: 'Accidents with lost time ÷ hours worked × 1,000,000', zh: '损失工时事故数 ÷ 总工时 × 1,000,000' },
    needs: { en: 'Lighter boxes, safe unloading, people on site who keep the rules.', zh: '箱子轻一点、卸货安全、驻场的人守规矩。' },
    topics: [{ en: 'Our people on their site: rules, training, record', zh: '我们驻场人员的规矩、培训和记录' }],
  },
  {
    key: 'new-line-start', name: { en: 'Start of new lines on schedule', zh: '新产线按期投产' }, unit: { en: 'days late', zh: '延误天数' }, direction: 'down', words: ['new line', 'new plant', 'new factory', 'start of production', 'sop', '新产线', '新工厂', '投产', '新建'],
    measure: { en: 'Days between planned and actual start of production', zh: '实际投产日与计划投产日相差天数' },
    needs: { en: 'Somebody on site during start-up, and first lots that are right.', zh: '投产那几周有人在现场，首批料就是对的。' },
    topics: [{ en: 'A team of ours at their start-up: four weeks, what it does each day', zh: '投产期派驻小组：四周里每天做什么' }],
  },
];
