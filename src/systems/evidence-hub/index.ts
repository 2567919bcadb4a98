export { evidenceForms, evidenceProviders } from './register.ts';
export { demonstrationForms, demonstrationProviders } from './demonstration.ts';
