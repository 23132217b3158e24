import type { InvalidField } from '#domain/refusal.ts';
import type { Normalisation, ScoreModel } from './model.ts';
import { weightSum } from './rebalance.ts';

/**
 * Every fault of a score model with its full path (S1): weights that do not add to 100 on a level, keys used twice, scales without
 * length, thresholds out of order. An empty list means it may be published.
 */
export function checkModel(model: ScoreModel): InvalidField[] {
  const faults: InvalidField[] = [];
  const fault = (path: string, reason: string, message: string): void => void faults.push({ path, reason, message });
  const seen = new Set<string>();
  const unique = (path: string, key: string): void => {
    if (seen.has(key)) fault(path, 'key_taken', `the key "${key}" is used twice`);
    seen.add(key);
  };
  const level = (path: string, items: readonly { readonly weight: number }[]): void => {
    const sum = weightSum(items.map((item) => item.weight));
    if (sum !== 100) fault(path, 'weights_not_100', `weights add to ${sum}, not 100`);
    items.forEach((item, i) => {
      if (!(item.weight >= 0 && item.weight <= 100)) fault(`${path}.${i}.weight`, 'out_of_range', 'a weight lies between 0 and 100');
    });
  };

  level('lenses', model.lenses);
  if (new Set(model.lenses.map((lens) => lens.key)).size !== 3 || model.lenses.length !== 3) fault('lenses', 'lenses_incomplete', 'a model has the lenses past, present and future');
  const factorKeys = new Set<string>();
  model.lenses.forEach((lens, l) => {
    level(`lenses.${l}.factors`, lens.factors);
    lens.factors.forEach((factor, f) => {
      const path = `lenses.${l}.factors.${f}`;
      if (factorKeys.has(factor.key)) fault(`${path}.key`, 'key_taken', `the key "${factor.key}" is used twice`);
      factorKeys.add(factor.key);
      level(`${path}.indicators`, factor.indicators);
      factor.indicators.forEach((indicator, i) => {
        const at = `${path}.indicators.${i}`;
        unique(`${at}.key`, indicator.key);
        if (indicator.kind === 'computed') checkScale(indicator.normalise, `${at}.normalise`, fault);
        if (indicator.kind === 'assessed' && indicator.anchors.length !== 5) fault(`${at}.anchors`, 'anchors_not_5', 'a scale has five sentences');
        if (indicator.kind === 'categorical' && new Set(indicator.options.map((option) => option.key)).size !== indicator.options.length) fault(`${at}.options`, 'key_taken', 'two options have the same key');
      });
    });
  });
  model.deductions.forEach((deduction, i) => unique(`deductions.${i}.key`, deduction.key));
  model.vetoes.forEach((veto, i) => unique(`vetoes.${i}.key`, veto.key));
  const { S, A, B, C } = model.grades;
  if (!(S > A && A > B && B > C && C > 0 && S <= 100)) fault('grades', 'grades_out_of_order', 'thresholds fall from S to C, within 0 and 100');
  return faults;
}

function checkScale(rule: Normalisation, path: string, fault: (path: string, reason: string, message: string) => void): void {
  if ((rule.type === 'linear' || rule.type === 'log') && rule.floor === rule.target) fault(path, 'scale_without_length', 'floor and target must differ');
  if (rule.type === 'log' && !(rule.floor > 0 && rule.target > 0)) fault(path, 'log_needs_positive', 'a logarithmic scale lies above zero');
  if (rule.type === 'steps' && rule.steps.some((step, i) => i > 0 && step.from <= rule.steps[i - 1]!.from)) fault(path, 'steps_out_of_order', 'steps rise');
}
