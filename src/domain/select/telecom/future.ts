import { assessed, categorical, words } from '../general/build.ts';
import { asInGeneral } from '../general/reuse.ts';
import type { Lens } from '../model.ts';

/** Look at the future (看未来) in telecom electronics: the next generation, the money of carriers and clouds, licences, and whether we are designed in. */
export const FUTURE: Lens = {
  key: 'future', name: words(['Future', '看未来']), weight: 35,
  factors: [
    {
      key: 'market', name: words(['Position in its market', '市场地位']), weight: 20, side: 'other',
      indicators: [
        assessed('listedByBuyers', ['Standing with carriers and brands', '在运营商与品牌中的份额'], 60, [
          ['On no purchasing list of a carrier or large brand', '没有进入任何运营商或大品牌的采购名单'],
          ['Small lots in one province or one channel', '只在一个省份或一条渠道拿到小份额'],
          ['Listed by two or three large ones, with less than a tenth of their volume', '进入两三家大客户名单，份额不到一成'],
          ['Among the first three suppliers of one product line', '在一条产品线上居前三'],
          ['First or second in the world in its line; its proposals become standards', '所在领域全球第一或第二，它的提案成为标准'],
        ]),
        asInGeneral('brand', 40),
      ],
    },
    {
      key: 'demand', name: words(['Demand, 2–3 years', '未来2–3年需求']), weight: 40, side: 'other',
      indicators: [
        assessed('technologyGeneration', ['Generation of its technology', '技术代际'], 30, [
          ['Lives from the generation before last', '主要靠上上一代产品'],
          ['Follows the leaders one or two years behind', '比领先者晚一到两年'],
          ['Ships the current generation; nothing of the next is seen', '在售当代产品，看不到下一代的动作'],
          ['Prototypes of the next generation are in field trials', '下一代样机已在外场试验'],
          ['Ships the next generation in volume ahead of most rivals', '下一代已先于多数对手批量发货'],
        ]),
        assessed('capexOutlook', ['Capital spending it lives from', '下游资本开支'], 30, [
          ['The carriers or clouds it serves have cut spending two years running', '它服务的运营商或云厂商连续两年削减开支'],
          ['Their spending falls slightly; projects are put off', '下游开支小幅下降，项目推迟'],
          ['Their spending is flat: replacement, no build-out', '下游开支持平，以更新替换为主'],
          ['A build-out with a budget has begun in its main market', '主要市场已启动有预算的新建'],
          ['Budgeted build-outs in several markets over three years', '多个市场三年内都有落实预算的新建'],
        ]),
        assessed('projectsWithUs', ['Its projects with us', '与我方的在研项目'], 40, [
          ['Puts our kind of part into a chip of its own', '正把我们这类器件集成进自研芯片'],
          ['No project of its plan needs our kind of part', '规划里没有项目用到我们这类产品'],
          ['Our part is under evaluation in one project', '一个项目在评估我们的产品'],
          ['Our samples have passed; the start of production has a date', '样品已通过，量产时间已定'],
          ['Several platforms of the next two years will ship with our part', '未来两年有多个平台带着我们的产品量产'],
        ]),
      ],
    },
    {
      key: 'exposure', name: words(['Licences and localisation', '管制与国产化']), weight: 15, side: 'other',
      indicators: [
        assessed('exportControl', ['Exposure to export control (5 = free)', '出口管制影响（5 为不受影响）'], 55, [
          ['New licence rules have stopped its main product; nobody can say until when', '新的许可规定使主力产品停摆，何时恢复没人说得清'],
          ['Its main chip or its main market needs a licence, decided case by case', '主芯片或主要市场须逐案申请许可'],
          ['Some products need licences; all have been granted so far', '部分产品需要许可，目前都已获批'],
          ['None of its products is controlled; second chips have been tested', '产品均不受管制，关键芯片的替代料已验证'],
          ['Sources and markets in several regions; shows us its compliance file', '货源和市场分布多个区域，合规档案可供我方查阅'],
        ]),
        assessed('localisation', ['Room for suppliers like us', '对我方这类供应商的开放度'], 45, [
          ['Its rules name the sources; ours is not one of them', '规定了货源范围，我方不在其中'],
          ['Open to us for general material only', '只在一般物料上对我方开放'],
          ['Open in principle; nobody inside pushes it', '原则上开放，内部无人推动'],
          ['A plan with dates moves categories to suppliers like us', '有计划、有时间表，把品类转给我方这样的供应商'],
          ['Its board measures the plan, and our category is due this year', '高层考核该计划，我方品类今年就要切换'],
        ]),
      ],
    },
    {
      key: 'ownership', name: words(['What kind of company', '企业性质']), weight: 10, side: 'other',
      indicators: [
        asInGeneral('ownershipKind', 40),
        categorical('telecomRole', ['Place in the chain', '产业链位置'], 60, [
          ['equipmentMaker', ['Maker of network equipment', '通信设备商'], 90],
          ['carrier', ['Carrier', '运营商'], 80],
          ['terminalBrand', ['Brand of phones or terminals', '终端品牌商'], 75],
          ['moduleMaker', ['Maker of modules', '模组厂'], 65],
          ['contractMaker', ['Contract designer or manufacturer', '方案公司或代工厂'], 50],
          ['distributor', ['Distributor', '分销商'], 30],
        ]),
      ],
    },
    {
      key: 'fit', name: words(['Fit with us', '与我方的契合']), weight: 15, side: 'other',
      indicators: [asInGeneral('strategicFit', 60), asInGeneral('culturalFit', 40)],
    },
  ],
};
