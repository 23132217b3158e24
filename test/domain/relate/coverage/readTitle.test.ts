import { describe, expect, it } from 'vitest';
import { readTitle } from '#domain/relate/coverage/readTitle.ts';
import type { Level, WorkFunction } from '#domain/relate/coverage/scales.ts';

/* Written by hand, as a sales director would sort business cards; the reader was made after the table. */
const TITLES: readonly (readonly [string, Level | null, WorkFunction | null])[] = [
  // Who runs a company.
  ['总经理', 'top', 'management'], ['董事长', 'top', 'management'], ['董事长兼总经理', 'top', 'management'], ['總經理', 'top', 'management'], ['总裁', 'top', 'management'], ['CEO', 'top', 'management'],
  ['Chairman and CEO', 'top', 'management'], ['President', 'top', 'management'], ['Managing Director', 'top', 'management'], ['General Manager', 'top', 'management'], ['Founder & CEO', 'top', 'management'], ['Owner', 'top', 'management'],
  ['CFO', 'top', 'finance'], ['Chief Financial Officer', 'top', 'finance'], ['首席财务官', 'top', 'finance'], ['CTO', 'top', 'engineering'], ['Chief Procurement Officer', 'top', 'purchasing'], ['首席采购官', 'top', 'purchasing'],
  ['总经理（代）', 'top', 'management'], ['COO', 'top', 'production'], ['CIO', 'top', 'other'], ['CPO', 'top', null], ['EVP & CTO', 'top', 'engineering'], ['副董事长', 'top', 'management'],
  // Second to the top, and heads of functions and parts.
  ['副总经理', 'director', null], ['副总裁', 'director', null], ['常务副总裁', 'director', null], ['副总', 'director', null], ['AGM', 'director', null], ['主管副总', 'director', null], ['Vice President', 'director', null], ['Deputy General Manager', 'director', null],
  ['VP Engineering', 'director', 'engineering'], ['SVP Operations', 'director', 'production'], ['Vice President, Quality', 'director', 'quality'], ['副总裁（采购）', 'director', 'purchasing'], ['供应链副总裁', 'director', 'supply_chain'], ['Executive Vice President, Sales', 'director', 'sales'],
  ['采购总监', 'director', 'purchasing'], ['採購總監', 'director', 'purchasing'], ['高级采购总监', 'director', 'purchasing'], ['副总监', 'director', null], ['财务总监', 'director', 'finance'], ['研发质量总监', 'director', 'quality'], ['采购与供应链总监', 'director', 'purchasing'],
  ['Head of Sourcing', 'director', 'purchasing'], ['Global Head of Supply Chain', 'director', 'supply_chain'], ['Director of Quality', 'director', 'quality'], ['Purchasing Director', 'director', 'purchasing'], ['R&D Director', 'director', 'engineering'], ['Head of R&D', 'director', 'engineering'],
  ['总工程师', 'director', 'engineering'], ['副总工程师', 'director', 'engineering'], ['总工', 'director', 'engineering'], ['首席工程师', 'director', 'engineering'], ['Chief Engineer', 'director', 'engineering'], ['厂长', 'director', 'production'], ['Plant Manager', 'director', 'production'],
  ['事业部总经理', 'director', null], ['座舱事业部副总裁', 'director', null], ['华东大区总经理', 'director', null], ['Regional General Manager', 'director', null], ['General Manager Purchasing', 'director', 'purchasing'], ['General Manager, Purchasing', 'director', 'purchasing'], ['采购总经理', 'director', 'purchasing'],
  ['董事会秘书', 'director', null], ['總廠廠長', 'director', 'production'], ['品保協理', 'director', 'quality'],
  // Heads of departments.
  ['质量部经理', 'manager', 'quality'], ['采购部部长', 'manager', 'purchasing'], ['采购部副部长', 'manager', 'purchasing'], ['采购部 · 经理', 'manager', 'purchasing'], ['采购副经理', 'manager', 'purchasing'], ['Purchasing Manager', 'manager', 'purchasing'], ['Senior Quality Manager', 'manager', 'quality'],
  ['声学负责人', 'manager', null], ['车间主任', 'manager', 'production'], ['实验室主任', 'manager', 'engineering'], ['总经理办公室主任', 'manager', null], ['Sales and Service Manager', 'manager', 'sales'], ['Supply Chain Manager', 'manager', 'supply_chain'], ['工艺部经理', 'manager', 'production'], ['售后服务经理', 'manager', 'service'],
  ['Customer Service Manager', 'manager', 'service'], ['Business Development Manager', 'manager', 'sales'], ['HR Manager', 'manager', 'other'], ['信息技术部经理', 'manager', 'other'], ['IT Manager', 'manager', 'other'], ['Strategic Planning Manager', 'manager', null], ['生产计划经理', 'manager', 'supply_chain'],
  ['Quality Audit Manager', 'manager', 'quality'], ['Supplier Development Manager', 'manager', 'purchasing'], ['Engineering Purchasing Manager', 'manager', 'purchasing'], ['项目部经理', 'manager', null], ['Assistant Director', 'manager', null], ['AVP', 'manager', null],
  // Heads of teams, and managers of things.
  ['采购主管', 'lead', 'purchasing'], ['质量科科长', 'lead', 'quality'], ['製造課長', 'lead', 'production'], ['线长', 'lead', 'production'], ['Production Supervisor', 'lead', 'production'], ['Team Leader Logistics', 'lead', 'supply_chain'], ['Lead Buyer', 'lead', 'purchasing'], ['主任工程师', 'lead', 'engineering'],
  ['大客户经理', 'lead', 'sales'], ['高级客户经理', 'lead', 'sales'], ['Key Account Manager', 'lead', 'sales'], ['项目经理', 'lead', null], ['Product Manager', 'lead', null], ['Category Manager', 'lead', null], ['Commodity Manager', 'lead', 'purchasing'], ['Assistant Manager', 'lead', null], ['助理采购经理', 'lead', 'purchasing'],
  // Who does the work.
  ['Logistics Coordinator', 'staff', 'supply_chain'], ['业务员', 'staff', 'sales'],
  ['SQE', 'staff', 'quality'], ['Supplier Quality Engineer', 'staff', 'quality'], ['质量工程师', 'staff', 'quality'], ['工程师', 'staff', 'engineering'], ['高级工程师', 'staff', 'engineering'], ['销售工程师', 'staff', 'sales'], ['测试工程师', 'staff', 'engineering'], ['Test engineer', 'staff', 'engineering'], ['Process Engineer', 'staff', 'production'],
  ['采购员', 'staff', 'purchasing'], ['采购专员', 'staff', 'purchasing'], ['Buyer', 'staff', 'purchasing'], ['会计', 'staff', 'finance'], ['Account Executive', 'staff', 'sales'], ['Sales Representative', 'staff', 'sales'], ['IT Engineer', 'staff', 'other'], ['前台', 'staff', 'other'], ['前端工程师', 'staff', 'other'], ['仓管员', 'staff', 'supply_chain'],
  ['助理工程师', 'staff', 'engineering'], ['Procurement Officer', 'staff', 'purchasing'],
  // Serve somebody of rank.
  ['总监助理', 'staff', null], ['采购总监助理', 'staff', 'purchasing'], ['Assistant to the CEO', 'staff', null], ['Executive Assistant to the President', 'staff', null], ['总经理秘书', 'staff', null], ['Secretary to the CEO', 'staff', null], ['Assistant to the Vice President', 'staff', null], ['经理助理', 'staff', null],
  // May be the second man or the secretary.
  ['总经理助理', null, null], ['总裁助理', null, null], ['总助', null, null], ['董事长特助', null, null],
  // A grade of banks.
  ['Vice President, Bank of Somewhere', 'manager', null], ['某银行副总裁', 'manager', null],
  // Sits on a board and heads nothing.
  ['独立董事', null, null], ['Independent Director', null, null], ['Non-Executive Director', null, null], ['监事', null, null], ['董事', null, null],
  // No rank, no function, no longer.
  ['采购部', null, 'purchasing'], ['Purchasing', null, 'purchasing'], ['Manager', 'manager', null], ['Professor of acoustics', null, null], ['声学教授', null, null], ['', null, null], ['王总的朋友', null, null], ['Former CEO', null, null], ['前采购总监', null, null], ['原总经理', null, null], ['退休', null, null],
];

describe('level and function in a title', () => {
  it.each(TITLES)('%s', (title, level, work) => {
    expect(readTitle(title)).toEqual({ level, function: work });
  });
});
