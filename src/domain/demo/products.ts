/** What the fictional maker sells: code, name, list price in CNY per piece, cost as a share of it, pieces a box. */
export interface DemoProduct {
  readonly code: string;
  readonly en: string;
  readonly zh: string;
  readonly price: number;
  readonly costShare: number;
  readonly box: number;
}

export const DEMO_PRODUCTS: readonly DemoProduct[] = [
  { code: 'SP-1115', en: 'Speaker 11×15 mm', zh: '扬声器 11×15', price: 3.2, costShare: 0.7, box: 500 },
  { code: 'SP-1217L', en: 'Speaker 12×17 mm, long stroke', zh: '大振幅扬声器 12×17', price: 4.85, costShare: 0.66, box: 400 },
  { code: 'SP-2030', en: 'Speaker 20×30 mm', zh: '扬声器 20×30', price: 7.6, costShare: 0.71, box: 200 },
  { code: 'SP-40W', en: 'Loudspeaker 40 mm, waterproof', zh: '防水扬声器 40', price: 14.2, costShare: 0.68, box: 100 },
  { code: 'SP-66C', en: 'Car loudspeaker 66 mm', zh: '车载扬声器 66', price: 31.5, costShare: 0.72, box: 40 },
  { code: 'RC-0612', en: 'Receiver 6×12 mm', zh: '受话器 6×12', price: 2.15, costShare: 0.69, box: 1000 },
  { code: 'RC-0815', en: 'Receiver 8×15 mm', zh: '受话器 8×15', price: 2.7, costShare: 0.67, box: 800 },
  { code: 'RC-BA31', en: 'Balanced-armature receiver', zh: '动铁单元 BA31', price: 18.6, costShare: 0.58, box: 100 },
  { code: 'MC-4015', en: 'Electret microphone 4×1.5 mm', zh: '驻极体麦克风 4015', price: 0.86, costShare: 0.74, box: 2000 },
  { code: 'MC-6027', en: 'Electret microphone 6×2.7 mm', zh: '驻极体麦克风 6027', price: 1.12, costShare: 0.73, box: 2000 },
  { code: 'MM-27A', en: 'MEMS microphone, analogue', zh: 'MEMS麦克风 模拟', price: 1.65, costShare: 0.68, box: 5000 },
  { code: 'MM-35D', en: 'MEMS microphone, digital', zh: 'MEMS麦克风 数字', price: 2.4, costShare: 0.63, box: 5000 },
  { code: 'MM-72H', en: 'MEMS microphone, 72 dB', zh: 'MEMS麦克风 高信噪比', price: 4.9, costShare: 0.56, box: 2500 },
  { code: 'BZ-0930', en: 'Buzzer 9×3 mm', zh: '蜂鸣器 0930', price: 0.58, costShare: 0.76, box: 1000 },
  { code: 'BZ-1407', en: 'Piezo buzzer 14×7 mm', zh: '压电蜂鸣器 1407', price: 0.95, costShare: 0.75, box: 500 },
  { code: 'AM-TAB8', en: 'Acoustic module for tablets', zh: '平板音腔模组', price: 16.4, costShare: 0.7, box: 120 },
  { code: 'AM-LAP2', en: 'Acoustic module for laptops, pair', zh: '笔记本音腔模组（对）', price: 27.8, costShare: 0.69, box: 60 },
  { code: 'AM-TWS5', en: 'Earbud acoustic module', zh: '真无线耳机声学模组', price: 22.5, costShare: 0.62, box: 200 },
  { code: 'AM-ARR4', en: 'Microphone array, 4 channels', zh: '四麦阵列模组', price: 38, costShare: 0.57, box: 80 },
  { code: 'AM-VHC1', en: 'Cabin voice module', zh: '车载语音模组', price: 88, costShare: 0.6, box: 30 },
  { code: 'HD-4007', en: 'Headphone driver 40 mm', zh: '耳机单元 40', price: 6.4, costShare: 0.66, box: 200 },
  { code: 'HD-1040', en: 'Earphone driver 10 mm', zh: '耳机单元 10', price: 2.05, costShare: 0.7, box: 1000 },
  { code: 'VM-0825', en: 'Linear vibration motor', zh: '线性马达 0825', price: 5.3, costShare: 0.68, box: 500 },
  { code: 'FB-MESH', en: 'Acoustic mesh, waterproof', zh: '防水透声网', price: 0.42, costShare: 0.6, box: 5000 },
];
