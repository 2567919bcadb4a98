type Words = Readonly<Record<string, string>>;

/** Texts of invented statements, in English and French. They are nobody's. */
export const wordings = {
  disputes: (article: string): Words => ({
    en: `Demonstration: the State does not hold itself bound by article ${article}. A dispute goes to a court only if all sides agree.`,
    fr: `Démonstration : l’État ne se tient pas pour lié par l’article ${article}. Un différend n’est porté devant une juridiction qu’avec l’accord de toutes les parties.`,
  }),
  understanding: (): Words => ({
    en: 'Demonstration: the State reads its obligations together with its constitution and will apply them through the laws that it has notified.',
    fr: 'Démonstration : l’État lit ses obligations à la lumière de sa constitution et les appliquera au moyen des lois qu’il a notifiées.',
  }),
  notification: (article: string): Words => ({
    en: `Demonstration: under article ${article} the State names its ministry of justice, which accepts requests in English and French.`,
    fr: `Démonstration : au titre de l’article ${article}, l’État désigne son ministère de la justice, qui accepte les demandes en français et en anglais.`,
  }),
  objection: (precludes: boolean): Words => ({
    en: precludes
      ? 'Demonstration: the Government objects, and does not regard the treaty as in force between the two States.'
      : 'Demonstration: the Government objects; the treaty is in force between the two States all the same.',
    fr: precludes
      ? 'Démonstration : le Gouvernement fait objection et ne considère pas le traité comme étant en vigueur entre les deux États.'
      : 'Démonstration : le Gouvernement fait objection, sans que cela empêche le traité d’être en vigueur entre les deux États.',
  }),
  withdrawal: (): Words => ({
    en: 'Demonstration: the Government takes back what it had deposited.',
    fr: 'Démonstration : le Gouvernement retire l’acte qu’il avait déposé.',
  }),
  denunciation: (): Words => ({
    en: 'Demonstration: the Government gives notice that it leaves the treaty.',
    fr: 'Démonstration : le Gouvernement notifie qu’il dénonce le traité.',
  }),
  communication: (): Words => ({
    en: 'Demonstration: the Government informs the depositary of a change of its focal point.',
    fr: 'Démonstration : le Gouvernement informe le dépositaire d’un changement de son point de contact.',
  }),
  competence: (): Words => ({
    en: 'Demonstration: the organization describes the matters for which its members have given it competence.',
    fr: 'Démonstration : l’organisation indique les matières pour lesquelles ses membres lui ont conféré compétence.',
  }),
};
