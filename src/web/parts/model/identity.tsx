import { Input } from 'antd';
import { useText } from '../../text/locale.ts';
import { useEditing } from './editing.ts';
import { WordsField } from './fields.tsx';

const KEY = /^[a-z][A-Za-z0-9]{0,39}$/;

/** Name and code of a new model: by its code versions are counted. */
export function Identity({ becomes }: { becomes: string }) {
  const { model: t } = useText();
  const { model, edit } = useEditing();
  const faulty = !KEY.test(model.key);
  return (
    <section className="vf-identity">
      <div className="vf-field"><span className="vf-label">{t.ownName}</span><WordsField path="name" label={(language) => (language === 'en' ? t.nameEn : t.nameZh)} /></div>
      <div className="vf-field">
        <label htmlFor="model-key">{t.key}</label>
        <Input id="model-key" size="small" value={model.key} maxLength={40} status={faulty ? 'error' : undefined} aria-describedby="model-key-hint" onChange={(event) => edit?.((before) => ({ ...before, key: event.target.value.trim() }))} />
        <p id="model-key-hint" className={faulty ? 'vf-field-fault' : 'vf-field-hint'} role={faulty ? 'alert' : undefined}>{faulty ? t.keyFault : `${t.keyHint} ${becomes}`}</p>
      </div>
    </section>
  );
}
