import { Page } from '../parts/page.tsx';
export default function APage() { return <Page title="model">{null}</Page>; }
