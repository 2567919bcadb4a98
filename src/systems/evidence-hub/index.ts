export { evidenceForms, evidenceProviders } from './register.ts';
