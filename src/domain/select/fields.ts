import type { Words } from './model.ts';
import type { FieldName, ImportKind } from './importPlan.ts';

/**
 * The one table of fields per noun (字段表): mapping, import, export headers and the guide derive from it.
 * `headers` are what columns are called in exports of ERP and CRM systems, lower case, without blanks and signs;
 * simplified Chinese (traditional is converted before comparing). An exact hit beats a part; earlier words beat later ones.
 */
export interface Field {
  readonly name: FieldName;
  readonly label: Words;
  readonly kinds: readonly ImportKind[];
  readonly type: 'text' | 'money' | 'number' | 'day' | 'currency';
  readonly headers: readonly string[];
  /** Other names of the terminal's --map. */
  readonly aliases: readonly string[];
  /** Headers that look alike but mean something else. */
  readonly not?: RegExp;
}

export const FIELDS: readonly Field[] = [
  {
    name: 'customerKey', label: { en: 'Customer code', zh: '客户编码' }, kinds: ['lines', 'customers'], type: 'text', aliases: ['customer-id', 'customerid', 'code', 'key'],
    headers: ['customerid', 'customercode', 'customerno', 'customernumber', 'custid', 'custno', 'accountid', 'accountnumber', 'clientid', 'soldto', 'soldtoparty', '客户编码', '客户编号', '客户代码', '客户号', '客户id', '购货单位编码', '往来单位编码', '购方编码', '企业编码'],
  },
  {
    name: 'customerName', label: { en: 'Customer', zh: '客户名称' }, kinds: ['lines', 'customers'], type: 'text', aliases: ['customer', 'name', 'account', 'client', 'supplier'],
    headers: ['customername', 'customer', 'accountname', 'account', 'clientname', 'client', 'companyname', 'company', 'buyer', 'billtoname', 'soldtoname', 'suppliername', 'supplier', 'vendorname', 'vendor', 'payee', '客户名称', '客户全称', '客户', '购货单位', '购货方', '购方名称', '买方名称', '往来单位', '单位名称', '公司名称', '企业名称', '客户简称', '供应商'],
    not: /owner|manager|type|group|经理|类型|类别|分组|负责人|电话|地址|联系/,
  },
  { name: 'country', label: { en: 'Country', zh: '国家' }, kinds: ['lines', 'customers'], type: 'text', aliases: ['region'], headers: ['country', 'countryregion', 'billingcountry', 'nation', 'officelocation', '国家', '国家地区', '国别', '地区', '省份', '所在地'] },
  { name: 'industry', label: { en: 'Industry', zh: '行业' }, kinds: ['customers'], type: 'text', aliases: ['sector'], headers: ['industry', 'sector', 'vertical', 'segment', '行业', '所属行业', '客户行业', '行业分类'] },
  {
    name: 'invoiceNo', label: { en: 'Invoice number', zh: '发票号' }, kinds: ['lines'], type: 'text', aliases: ['invoice', 'invoice-no', 'document', 'order'],
    headers: ['invoiceno', 'invoicenumber', 'invoiceid', 'invoice', 'documentno', 'documentnumber', 'billno', 'billingdocument', 'orderno', 'ordernumber', 'orderid', 'salesorder', 'opportunityid', 'dealid', '发票号码', '发票号', '发票编号', '单据编号', '单据号', '单号', '订单号', '订单编号', '出库单号', '销售单号', '凭证号'],
    not: /date|line|日期|行号/,
  },
  { name: 'lineNo', label: { en: 'Line number', zh: '行号' }, kinds: ['lines'], type: 'text', aliases: ['line', 'line-no'], headers: ['lineno', 'linenumber', 'lineitem', 'itemno', 'position', '行号', '序号', '分录号', '明细行号'], not: /^lines$/ },
  {
    name: 'day', label: { en: 'Invoice date', zh: '开票日期' }, kinds: ['lines'], type: 'day', aliases: ['date', 'invoice-date'],
    headers: ['invoicedate', 'invoicegldate', 'billingdate', 'postingdate', 'documentdate', 'transactiondate', 'paymentdate', 'closedate', 'closeddate', 'salesdate', 'orderdate', 'shipdate', 'deliverydate', 'date', '开票日期', '发票日期', '单据日期', '业务日期', '记账日期', '销售日期', '出库日期', '发货日期', '订单日期', '日期', '开票时间'],
    not: /due|engage|created|modified|birth|到期|应收|创建|修改/,
  },
  {
    name: 'amount', label: { en: 'Net amount', zh: '金额' }, kinds: ['lines'], type: 'money', aliases: ['amount', 'net', 'value', 'revenue', 'spend'],
    headers: ['netamount', 'amountnet', 'netvalue', 'amount', 'linetotal', 'lineamount', 'totalamount', 'invoiceamount', 'salesamount', 'closevalue', 'value', 'revenue', 'sales', 'spend', 'total', 'grossamount', 'invoicevalue', '不含税金额', '未税金额', '销售金额', '本币金额', '金额', '含税金额', '价税合计', '开票金额', '合计金额', '销售额', '收入', '销售收入', '发票金额'],
    not: /cost|tax$|^tax|discount|price|成本|税额|税率|折扣|单价/,
  },
  { name: 'cost', label: { en: 'Cost', zh: '成本' }, kinds: ['lines'], type: 'money', aliases: [], headers: ['cost', 'costamount', 'totalcost', 'cogs', 'costofsales', 'costofgoods', 'linecost', '成本', '成本金额', '销售成本', '总成本', '成本合计'], not: /unit|centre|center|单位|中心/ },
  { name: 'quantity', label: { en: 'Quantity', zh: '数量' }, kinds: ['lines'], type: 'number', aliases: ['qty'], headers: ['quantity', 'qty', 'units', 'pieces', 'quantityinvoiced', '数量', '销售数量', '实发数量', '开票数量', '件数'] },
  { name: 'unitPrice', label: { en: 'Unit price', zh: '单价' }, kinds: ['lines'], type: 'money', aliases: ['price', 'unit-price'], headers: ['unitprice', 'price', 'netprice', 'salesprice', '单价', '不含税单价', '含税单价', '销售单价'] },
  { name: 'unitCost', label: { en: 'Unit cost', zh: '单位成本' }, kinds: ['lines'], type: 'money', aliases: ['unit-cost'], headers: ['unitcost', 'costprice', 'standardcost', '单位成本', '成本单价', '标准成本'] },
  { name: 'currency', label: { en: 'Currency', zh: '币种' }, kinds: ['lines'], type: 'currency', aliases: [], headers: ['currency', 'currencycode', 'curr', 'documentcurrency', '币种', '币别', '货币', '交易币种'], not: /rate|汇率/ },
  { name: 'product', label: { en: 'Product', zh: '产品' }, kinds: ['lines'], type: 'text', aliases: ['sku', 'item'], headers: ['stockcode', 'productcode', 'sku', 'itemcode', 'materialnumber', 'material', 'partno', 'partnumber', 'product', 'productname', 'item', '物料编码', '产品编码', '存货编码', '商品编码', '料号', '物料号', '产品名称', '商品名称', '存货名称', '物料名称', '产品', '货物名称', '规格型号'], not: /category|family|group|类别|分类/ },
  { name: 'dueDay', label: { en: 'Due date', zh: '到期日' }, kinds: ['lines'], type: 'day', aliases: ['due', 'due-date'], headers: ['duedate', 'paymentdue', 'netduedate', '到期日', '到期日期', '应收日期', '付款到期日', '应付日期'] },
  { name: 'paidDay', label: { en: 'Paid on', zh: '回款日期' }, kinds: ['lines'], type: 'day', aliases: ['paid', 'paid-date'], headers: ['paiddate', 'paidon', 'datepaid', 'clearingdate', 'paymentreceived', '回款日期', '收款日期', '实收日期', '核销日期', '到账日期'] },
  { name: 'status', label: { en: 'Status', zh: '状态' }, kinds: ['lines'], type: 'text', aliases: ['stage'], headers: ['status', 'invoicestatus', 'documentstatus', 'dealstage', 'stage', 'stagename', 'opportunitystage', '状态', '单据状态', '发票状态', '订单状态', '阶段', '销售阶段'] },
];

/** The field of a name. */
export function fieldNamed(name: FieldName): Field {
  return FIELDS.find((field) => field.name === name)!;
}
