import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { answerOf } from '../../answers.ts';
import { useText, useWords } from '../../text/locale.ts';

/** The built-in models, each for whom it is and how its three lenses weigh. */
export function TemplateCards() {
  const { model: t } = useText();
  const words = useWords();
  const navigate = useNavigate();
  const templates = useQuery({ ...answerOf('GET /api/models/templates'), staleTime: Infinity }).data?.templates ?? [];
  return (
    <section className="vf-section">
      <h2>{t.templates}</h2>
      <p className="vf-quiet vf-measure">{t.templatesLead}</p>
      <ul className="vf-templates">
        {templates.map(({ model, about, indicators }) => {
          const name = words(model.name);
          return (
            <li key={model.key} className="vf-card vf-pad">
              <h3>{name}</h3>
              <p className="vf-quiet">{words(about)}</p>
              <p className="vf-small vf-faint">{t.templateParts({ n: indicators })} · {model.lenses.map((lens) => `${words(lens.name)} ${lens.weight}%`).join(' · ')}</p>
              <Button size="small" onClick={() => void navigate({ to: '/models/new', search: { from: `template-${model.key}` } as never })}>{t.templateStart}<span className="vf-hidden"> {name}</span></Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
