import { languageOfPage } from '#lib/charts/language-of-page.ts';
import { everybody, writeFor } from '#lib/charts/written-for.ts';

writeFor(() => languageOfPage(location.pathname, document.documentElement.dataset['numbers'] ?? everybody));
