import { assessed, categorical, words } from '../general/build.ts';
import { asInGeneral } from '../general/reuse.ts';
import type { Lens } from '../model.ts';

/** Look at the future (看未来) in solar and new energy: projects that will really be built, who lends on its name, duties and technology. */
export const FUTURE: Lens = {
  key: 'future', name: words(['Future', '看未来']), weight: 30,
  factors: [
    {
      key: 'pipeline', name: words(['Projects to come', '项目储备']), weight: 40, side: 'other',
      indicators: [
        assessed('projectPipeline', ['Project pipeline', '项目储备与落实'], 45, [
          ['No project with land or quota', '没有一个项目拿到土地或指标'],
          ['Frame agreements only', '只有框架协议'],
          ['Projects of one year have their quota; the money is open', '一年的项目有指标，资金未落实'],
          ['Projects of two years with quota, land and grid approval', '两年的项目，指标、土地、接入批复齐全'],
          ['Projects of three years, financed and partly under construction', '三年的项目，资金到位，部分已开工'],
        ]),
        assessed('gridConnection', ['Grid connection and offtake', '并网与消纳'], 30, [
          ['Its regions take no new plants', '所在区域已暂停新增并网'],
          ['More than 10 % is curtailed; queues last years', '弃电超过 10%，排队数年'],
          ['Connected within a year; about 5 % is curtailed', '一年内可并网，弃电约 5%'],
          ['Most are approved; storage is planned with them', '多数已批接入，配储方案明确'],
          ['Grid or own load takes all of it, by contract', '电网或自有负荷全额消纳，有合同'],
        ]),
        asInGeneral('demandForUs', 25),
      ],
    },
    {
      key: 'standing', name: words(['Standing', '行业地位']), weight: 25, side: 'other',
      indicators: [
        categorical('bankability', ['Bankability', '可融资性'], 60, [
          ['firstTier', ['In the first tier of lenders\' lists for two years or more', '连续两年以上列入融资机构一级名单'], 95],
          ['listed', ['Listed for the first time', '首次列入名单'], 75],
          ['guaranteed', ['Not listed; its parent stands surety', '未列入，由母公司担保'], 60],
          ['local', ['Local banks only', '仅本地银行认可'], 40],
          ['none', ['No lender takes its name', '没有金融机构认可'], 10],
        ]),
        assessed('scale', ['Size of its business', '出货或装机规模'], 40, [
          ['Ships or installs less than 100 MW a year', '年出货或装机不到 100 兆瓦'],
          ['100 MW to 1 GW a year', '年 100 兆瓦至 1 吉瓦'],
          ['1 to 5 GW a year', '年 1 至 5 吉瓦'],
          ['5 to 20 GW a year', '年 5 至 20 吉瓦'],
          ['More than 20 GW a year, or the first buyer of its province', '年 20 吉瓦以上，或本省第一大采购方'],
        ]),
      ],
    },
    {
      key: 'exposure', name: words(['Duties and technology', '壁垒与技术路线']), weight: 20, side: 'other',
      indicators: [
        assessed('tradeBarriers', ['Duties abroad (5 = free)', '海外贸易壁垒（5 为不受影响）'], 50, [
          ['Duties in its main market have ended the business there', '主要市场加征关税，生意已经做不下去'],
          ['An investigation runs in its main market; it makes nothing abroad', '主要市场正在调查，海外没有产能'],
          ['One market has put duties on; others make up for it', '一个市场加税，其他市场能补上'],
          ['Sells at home or where no duty is pending', '以内销或没有壁垒的市场为主'],
          ['Makes in several regions; customs accept its proof of origin', '多地建厂，原产地证明获海关认可'],
        ]),
        assessed('technologyRoute', ['Technology', '技术路线'], 50, [
          ['Its lines make what buyers no longer ask for', '产线只能做市场不再要的产品'],
          ['A generation behind, without the money to change over', '落后一代，没钱改造'],
          ['The current technology; a change-over is planned', '当前主流，已有改造计划'],
          ['The current technology in volume, the next on a pilot line', '主流技术量产，下一代中试'],
          ['Ahead in efficiency or yield, shown by an independent report', '效率或良率领先，有第三方报告'],
        ]),
      ],
    },
    {
      key: 'ownership', name: words(['Ownership', '企业性质']), weight: 5, side: 'other',
      // The same choices as elsewhere, so that marks stay; here state utilities are the safe payers of large projects.
      indicators: [categorical('ownershipKind', ['Kind of owner', '所有制类型'], 100, [
        ['multinational', ['Multinational, or listed abroad', '跨国公司或境外上市'], 80],
        ['listed', ['Listed at home', '境内上市公司'], 70],
        ['state', ['State-owned, central or provincial', '央企或省属国企'], 90],
        ['privateLarge', ['Private, large, audited', '大型民营（经审计）'], 55],
        ['localState', ['State-owned, city or county', '市县属国企'], 60],
        ['privateSmall', ['Private, small or family-run', '中小民营或家族企业'], 30],
        ['opaque', ['Owners not visible', '股东不透明'], 5],
      ])],
    },
    {
      key: 'fit', name: words(['Fit with us', '与我方的契合']), weight: 10, side: 'other',
      indicators: [asInGeneral('strategicFit', 60), asInGeneral('culturalFit', 40)],
    },
  ],
};
