/**
 * Parts of the demo customers' names. All brands are invented for this demo; a likeness to a real company is chance.
 * Three-character Chinese brands and coined English words keep such chances small.
 */
export const CHINESE_BRANDS = [
  '澄屿川', '砚溪白', '朔禾声', '鹿岚汀', '栖桐序', '霁川遥', '岫云衡', '檀野知', '汀澜珩', '珩舟岑', '葭月庭', '岑安屿', '沅知禾', '桉序岚', '芷衡川', '牧遥星',
  '砺霜原', '穗宁湾', '镜湖羽', '琅屏山', '漱石鸣', '听潮洲', '鸣笳渡', '弦歌里', '韵泽林', '回声谷', '清梧阁', '松间语', '竹西亭', '鹤汀烟', '雁栖沙', '鲸落深',
  '麦浪金', '蓝鹊枝', '青鸢渡', '白鹭洲畔', '赤枫岭', '玄圃石', '紫陌晨', '银杏里', '晨曦渚', '暮云坡', '星野渡', '月泊湾', '霜序林', '雪浦舟', '雨巷深', '露华浓',
  '远岫青', '近水阁', '千帆渡', '百川湄', '九皋鸣', '五音渠', '七弦坞', '六律坊', '三叠泉畔', '双溪口', '独秀坪', '万籁屿', '半亩塘', '一苇津', '长汀雁', '短歌行坊',
  '高岗梧', '深涧鹿', '平野阔', '斜阳渚', '曲岸柳', '直沽帆', '方塘鉴', '圆荷露', '疏影桥', '密林萤', '浅草蹄', '浓荫渡', '淡烟浦', '重峦翠', '轻舟岸', '缓溪石',
  '乐山亭', '善水坊', '信风帆', '诚岩基', '勤耕垄', '俭园圃', '和鸣轩', '睦邻桥', '恒沙洲', '久木林', '永川渡', '同舟岸', '共潮生', '并辔原', '齐云峰', '偕行道',
  '拓野犁', '启山林', '行远路', '致和泉', '怀谷风', '若水源', '知微堂', '见著台', '守拙园', '抱朴居', '存真阁', '格物轩',
] as const;

export const CHINESE_CITIES = ['深圳', '东莞', '惠州', '苏州', '无锡', '昆山', '宁波', '杭州', '厦门', '青岛', '成都', '重庆', '武汉', '西安', '合肥', '天津'] as const;

/** Trade of the customer, its words in a Chinese and an English name, and what it buys (prefixes of product codes). */
export interface DemoIndustry {
  readonly en: string;
  readonly zh: string;
  readonly words: readonly string[];
  readonly english: readonly string[];
  readonly buys: readonly string[];
}

export const DEMO_INDUSTRIES: readonly DemoIndustry[] = [
  { en: 'Mobile phones', zh: '手机', words: ['通讯技术', '移动终端', '智能终端'], english: ['Mobile', 'Handsets'], buys: ['SP-11', 'SP-12', 'RC', 'MM', 'VM', 'FB'] },
  { en: 'Earphones and wearables', zh: '耳机与穿戴', words: ['声学科技', '智能穿戴', '电声'], english: ['Wearables', 'Audio', 'Earworks'], buys: ['AM-TWS', 'HD', 'RC-BA', 'MM', 'FB'] },
  { en: 'Laptops and tablets', zh: '笔记本与平板', words: ['计算机', '信息技术', '平板电脑'], english: ['Computing', 'Devices'], buys: ['AM-TAB', 'AM-LAP', 'SP-20', 'MM-35', 'MC-40'] },
  { en: 'Automotive electronics', zh: '汽车电子', words: ['汽车电子', '车载系统', '智驾科技'], english: ['Automotive', 'Cabin Systems', 'Drive'], buys: ['SP-66', 'AM-VHC', 'AM-ARR', 'MM-72', 'BZ-14'] },
  { en: 'Smart home', zh: '智能家居', words: ['智能家居', '物联科技', '智慧生活'], english: ['Home', 'Living', 'Smart Things'], buys: ['AM-ARR', 'SP-40', 'SP-20', 'MM-27', 'BZ'] },
  { en: 'Security and intercom', zh: '安防对讲', words: ['安防技术', '对讲设备', '楼宇智能'], english: ['Security', 'Intercom', 'Watch'], buys: ['MC', 'SP-40', 'BZ', 'SP-20'] },
  { en: 'Medical and hearing aids', zh: '医疗与助听', words: ['医疗器械', '听力科技', '助听设备'], english: ['Hearing', 'Medical', 'Care'], buys: ['RC-BA', 'MM-72', 'HD-10', 'BZ-09'] },
  { en: 'White goods', zh: '家用电器', words: ['电器', '家电', '电子'], english: ['Appliances', 'Household'], buys: ['BZ', 'MC-60', 'SP-40'] },
  { en: 'Toys and learning', zh: '玩具与教育', words: ['玩具', '教育科技', '益智电子'], english: ['Toys', 'Learning', 'Play'], buys: ['SP-11', 'SP-20', 'BZ', 'MC'] },
  { en: 'Distribution', zh: '电子元件分销', words: ['电子贸易', '元器件', '供应链'], english: ['Components', 'Supply', 'Trading'], buys: ['MC', 'BZ', 'HD-10', 'SP-11', 'RC-06', 'MM-27'] },
];

export const ENGLISH_BRANDS = [
  'Halvorsund', 'Brightwattle', 'Quennerby', 'Ostrelund', 'Tamberlane', 'Fennimarsh', 'Kalderwick', 'Morrowtide', 'Silverhythe', 'Pinnecourt', 'Thornevale', 'Wexmoor',
  'Aldercreek Bay', 'Bellowmere', 'Corvantis', 'Dunharrow', 'Elmsgarth', 'Farrowgate', 'Glassenhall', 'Hollinquist', 'Ivarsdotter', 'Jessamine Row', 'Kestrelby', 'Larkenfold',
  'Mistelbrook', 'Norrviken Ljud', 'Oakhampstow', 'Pellworm See', 'Quillfeather', 'Rosenthwaite',
] as const;

/** Where the customers abroad are, and how their names end there. */
export const COUNTRIES_ABROAD = [
  { en: 'Germany', zh: '德国', ending: 'GmbH' }, { en: 'United States', zh: '美国', ending: 'Inc.' }, { en: 'Japan', zh: '日本', ending: 'K.K.' },
  { en: 'South Korea', zh: '韩国', ending: 'Co., Ltd.' }, { en: 'Vietnam', zh: '越南', ending: 'Co., Ltd.' }, { en: 'Sweden', zh: '瑞典', ending: 'AB' },
  { en: 'United Kingdom', zh: '英国', ending: 'Ltd' }, { en: 'India', zh: '印度', ending: 'Pvt Ltd' }, { en: 'Mexico', zh: '墨西哥', ending: 'S.A. de C.V.' },
] as const;
