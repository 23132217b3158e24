import { useState, type FormEvent } from 'react';
import { Button, Input } from 'antd';
import { useText } from '../../text/locale.ts';
import { readCurrency, SettingsSection, type SectionProps } from './company.tsx';
import { readNumber } from './readNumber.ts';

const positive = (text: string): number | null => {
  const number = readNumber(text);
  return number !== null && number > 0 ? number : null;
};

/** Rates a person entered: the only way foreign trade counts in a score. */
export function RatesSection({ settings, canChange, change }: SectionProps) {
  const { settings: t } = useText();
  const { rates, reportingCurrency } = settings;
  const codes = Object.keys(rates).sort();
  const set = (currency: string, rate: number | null): void => {
    const { [currency]: _, ...others } = rates;
    change(t.rateOf(currency), { rates: rate === null ? others : { ...others, [currency]: rate } });
  };
  return (
    <SettingsSection title={t.sections.rates} text={t.ratesText(reportingCurrency)}>
      {codes.length === 0 ? <p className="vf-quiet">{t.ratesNone}</p> : (
        <div className="vf-rates">
          <table className="vf-table">
            <thead><tr><th>{t.currency}</th><th className="vf-right">{t.rate(reportingCurrency)}</th><th><span className="vf-hidden">{t.removeRate('')}</span></th></tr></thead>
            <tbody>
              {codes.map((code) => (
                <tr key={`${code} ${rates[code]}`}>
                  <td className="vf-num">1 {code} =</td>
                  <td className="vf-right"><RateInput label={t.rateOf(code)} rate={rates[code] ?? 0} disabled={!canChange} save={(rate) => set(code, rate)} /></td>
                  <td className="vf-right">{canChange ? <Button type="text" size="small" aria-label={t.removeRate(code)} onClick={() => set(code, null)}>×</Button> : null}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {canChange ? <NewRate add={set} reportingCurrency={reportingCurrency} /> : null}
    </SettingsSection>
  );
}

function RateInput({ label, rate, disabled, save }: { label: string; rate: number; disabled: boolean; save: (rate: number) => void }) {
  const [text, setText] = useState(String(rate));
  const number = positive(text);
  const leave = (): void => {
    if (number !== null && number !== rate) save(number);
  };
  return <Input className="vf-num" aria-label={label} inputMode="decimal" disabled={disabled} value={text} status={number === null ? 'error' : undefined} onChange={(event) => setText(event.target.value)} onBlur={leave} onPressEnter={leave} />;
}

function NewRate({ add, reportingCurrency }: { add: (currency: string, rate: number) => void; reportingCurrency: string }) {
  const { settings: t } = useText();
  const [code, setCode] = useState('');
  const [rate, setRate] = useState('');
  const [tried, setTried] = useState(false);
  const currency = readCurrency(code.trim());
  const number = positive(rate);
  const fits = currency !== undefined && currency !== reportingCurrency;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!fits || number === null) return;
    add(currency, number);
    setCode('');
    setRate('');
    setTried(false);
  };
  return (
    <form className="vf-rates-new" onSubmit={submit}>
      <Input aria-label={t.currency} placeholder="EUR" value={code} maxLength={3} status={tried && !fits ? 'error' : undefined} onChange={(event) => setCode(event.target.value)} />
      <Input className="vf-num" aria-label={t.rate(reportingCurrency)} placeholder="7.82" inputMode="decimal" value={rate} status={tried && number === null ? 'error' : undefined} onChange={(event) => setRate(event.target.value)} />
      <Button htmlType="submit">{t.addRate}</Button>
    </form>
  );
}
