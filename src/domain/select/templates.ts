import { words } from './general/build.ts';
import type { ScoreModel, Words } from './model.ts';
import { SOLAR_TEMPLATE } from './solar/template.ts';
import { TELECOM_TEMPLATE } from './telecom/template.ts';
import { GENERAL_TEMPLATE } from './template.ts';

/** A built-in model to start from, and for whom it is. */
export interface Template {
  readonly model: ScoreModel;
  readonly about: Words;
}

/** The built-in templates (行业模板, S1), the general one first. A company copies one and adapts it; it is then its own. */
export const TEMPLATES: readonly Template[] = [
  { model: GENERAL_TEMPLATE, about: words(['For any supplier of parts, equipment or services to other businesses.', '适用于向企业供应零部件、设备或服务的各类供应商。']) },
  { model: TELECOM_TEMPLATE, about: words(['For suppliers of equipment and terminal makers and carriers: design-in, approved lists, forecasts, e-tenders, capital spending, licences.', '面向设备商、终端厂与运营商的供应商：设计导入、合格名录、预测、电子招标、资本开支、出口管制。']) },
  { model: SOLAR_TEMPLATE, about: words(['For suppliers of module, inverter and storage makers and of plant builders: pipeline and grid, bankability, price falls, milestone payments, duties.', '面向组件、逆变器、储能厂与电站建设方的供应商：项目储备与并网、可融资性、价格波动、节点付款、关税。']) },
];
