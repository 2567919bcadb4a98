import { findArea } from '#reference/index.ts';
import type { SeedRecord } from '#engines/registers/index.ts';

/** State, time zone, languages accepted (the State's own first), and which of the invented bodies below it has. */
const states: readonly (readonly [state: string, timeZone: string, languages: string, bodies: string])[] = [
  ['KEN', 'Africa/Nairobi', 'en', 'justice prosecutor'],
  ['NGA', 'Africa/Lagos', 'en', 'prosecutor drugs'],
  ['GHA', 'Africa/Accra', 'en', 'justice'],
  ['ZAF', 'Africa/Johannesburg', 'en', 'justice police'],
  ['TZA', 'Africa/Dar_es_Salaam', 'en', 'prosecutor'],
  ['SEN', 'Africa/Dakar', 'fr', 'justice drugs'],
  ['CIV', 'Africa/Abidjan', 'fr en', 'justice'],
  ['CMR', 'Africa/Douala', 'fr en', 'prosecutor'],
  ['MAR', 'Africa/Casablanca', 'ar fr', 'justice maritime'],
  ['EGY', 'Africa/Cairo', 'ar en', 'prosecutor heritage'],
  ['TUN', 'Africa/Tunis', 'ar fr', 'justice'],
  ['JOR', 'Asia/Amman', 'ar en', 'justice'],
  ['LBN', 'Asia/Beirut', 'ar fr en', 'prosecutor'],
  ['ARE', 'Asia/Dubai', 'ar en', 'justice'],
  ['IND', 'Asia/Kolkata', 'en', 'interior drugs'],
  ['PAK', 'Asia/Karachi', 'en', 'interior'],
  ['BGD', 'Asia/Dhaka', 'en', 'justice'],
  ['THA', 'Asia/Bangkok', 'en', 'prosecutor'],
  ['IDN', 'Asia/Jakarta', 'en', 'justice fisheries'],
  ['PHL', 'Asia/Manila', 'en', 'justice cyber'],
  ['VNM', 'Asia/Ho_Chi_Minh', 'en', 'prosecutor'],
  ['MNG', 'Asia/Ulaanbaatar', 'en ru', 'justice'],
  ['CHN', 'Asia/Shanghai', 'zh en', 'justice'],
  ['SGP', 'Asia/Singapore', 'en zh', 'prosecutor'],
  ['KAZ', 'Asia/Almaty', 'ru en', 'prosecutor'],
  ['UZB', 'Asia/Tashkent', 'ru en', 'prosecutor'],
  ['KGZ', 'Asia/Bishkek', 'ru', 'prosecutor'],
  ['ARM', 'Asia/Yerevan', 'ru en fr', 'justice'],
  ['FRA', 'Europe/Paris', 'fr en', 'justice heritage'],
  ['ESP', 'Europe/Madrid', 'es en fr', 'justice maritime'],
  ['ITA', 'Europe/Rome', 'fr en', 'justice heritage'],
  ['ROU', 'Europe/Bucharest', 'fr en', 'justice'],
  ['SRB', 'Europe/Belgrade', 'en ru', 'justice'],
  ['NOR', 'Europe/Oslo', 'en', 'police'],
  ['MEX', 'America/Mexico_City', 'es en', 'prosecutor firearms'],
  ['GTM', 'America/Guatemala', 'es', 'prosecutor'],
  ['COL', 'America/Bogota', 'es en', 'prosecutor maritime'],
  ['PER', 'America/Lima', 'es', 'prosecutor heritage'],
  ['CHL', 'America/Santiago', 'es en', 'prosecutor'],
  ['BRA', 'America/Sao_Paulo', 'es en', 'justice'],
  ['JAM', 'America/Jamaica', 'en', 'prosecutor firearms'],
  ['CAN', 'America/Toronto', 'en fr', 'justice'],
  ['FJI', 'Pacific/Fiji', 'en', 'police'],
  ['AUS', 'Australia/Sydney', 'en', 'justice'],
];

interface Body {
  readonly name: Readonly<Record<string, string>>;
  readonly functions: readonly string[];
  /** Treaty and article of the designation, where the function has one. */
  readonly designations: readonly (readonly [function_: string, treaty: string, article: string])[];
  readonly channels: readonly string[];
}

const assistance: Body['designations'] = [
  ['mutual-legal-assistance', 'untoc', '18'],
  ['mutual-legal-assistance', 'uncac', '46'],
  ['extradition', 'untoc', '16'],
];

const bodies: Readonly<Record<string, Body>> = {
  justice: {
    name: {
      en: 'Office for International Legal Cooperation',
      fr: 'Bureau de la coopération judiciaire internationale',
      es: 'Oficina de Cooperación Jurídica Internacional',
      ru: 'Управление международного правового сотрудничества',
      ar: 'مكتب التعاون القانوني الدولي',
      zh: '国际法律合作办公室',
    },
    functions: ['mutual-legal-assistance', 'extradition', 'sentenced-persons', 'confiscation'],
    designations: [...assistance, ['sentenced-persons', 'untoc', '17'], ['confiscation', 'uncac', '55']],
    channels: ['direct', 'diplomatic', 'post', 'email'],
  },
  prosecutor: {
    name: {
      en: 'Unit for International Assistance of the Prosecution Service',
      fr: 'Cellule d’entraide internationale du parquet',
      es: 'Unidad de Asistencia Internacional de la Fiscalía',
      ru: 'Отдел международной помощи прокуратуры',
      ar: 'وحدة المساعدة الدولية بالنيابة العامة',
      zh: '检察机关国际协助处',
    },
    functions: ['mutual-legal-assistance', 'extradition', 'criminal-proceedings', 'electronic-evidence'],
    designations: [...assistance, ['criminal-proceedings', 'untoc', '21']],
    channels: ['direct', 'email', 'secure-portal'],
  },
  interior: {
    name: {
      en: 'Section for Legal Assistance of the Ministry of the Interior',
      fr: 'Section de l’entraide du ministère de l’intérieur',
      es: 'Sección de Asistencia Jurídica del Ministerio del Interior',
      ru: 'Сектор правовой помощи Министерства внутренних дел',
      ar: 'قسم المساعدة القانونية بوزارة الداخلية',
      zh: '内政部法律协助科',
    },
    functions: ['mutual-legal-assistance', 'extradition', 'police-contact'],
    designations: assistance,
    channels: ['diplomatic', 'police', 'post'],
  },
  police: {
    name: {
      en: 'Desk for International Requests of the National Police',
      fr: 'Guichet des demandes internationales de la police nationale',
      es: 'Mesa de Solicitudes Internacionales de la Policía Nacional',
      ru: 'Служба международных запросов национальной полиции',
      ar: 'مكتب الطلبات الدولية بالشرطة الوطنية',
      zh: '国家警察国际请求处',
    },
    functions: ['police-contact', 'electronic-evidence', 'mutual-legal-assistance'],
    designations: [['mutual-legal-assistance', 'untoc', '18']],
    channels: ['police', 'email', 'oral'],
  },
  drugs: {
    name: {
      en: 'Authority for Drugs and Precursors',
      fr: 'Autorité chargée des drogues et des précurseurs',
      es: 'Autoridad de Drogas y Precursores',
      ru: 'Орган по контролю за наркотиками и прекурсорами',
      ar: 'هيئة المخدرات والسلائف',
      zh: '药物和前体管理局',
    },
    functions: ['precursors', 'mutual-legal-assistance'],
    designations: [
      ['precursors', 'drugs-1988', '12'],
      ['mutual-legal-assistance', 'drugs-1988', '7'],
    ],
    channels: ['direct', 'email'],
  },
  maritime: {
    name: {
      en: 'Maritime Operations Contact',
      fr: 'Point de contact pour les opérations en mer',
      es: 'Punto de Contacto para Operaciones Marítimas',
      ru: 'Контактный пункт по морским операциям',
      ar: 'نقطة الاتصال للعمليات البحرية',
      zh: '海上行动联络点',
    },
    functions: ['smuggling-at-sea', 'drugs-at-sea'],
    designations: [
      ['smuggling-at-sea', 'untoc-som', '8'],
      ['drugs-at-sea', 'drugs-1988', '17'],
    ],
    channels: ['oral', 'email', 'police'],
  },
  firearms: {
    name: {
      en: 'National Firearms Tracing Point',
      fr: 'Point national de traçage des armes à feu',
      es: 'Punto Nacional de Localización de Armas de Fuego',
      ru: 'Национальный пункт отслеживания огнестрельного оружия',
      ar: 'النقطة الوطنية لتعقب الأسلحة النارية',
      zh: '国家枪支追查点',
    },
    functions: ['firearms'],
    designations: [['firearms', 'untoc-firearms', '13']],
    channels: ['direct', 'police'],
  },
  heritage: {
    name: {
      en: 'Service for the Protection of Cultural Property',
      fr: 'Service de protection des biens culturels',
      es: 'Servicio de Protección de Bienes Culturales',
      ru: 'Служба защиты культурных ценностей',
      ar: 'دائرة حماية الممتلكات الثقافية',
      zh: '文化财产保护处',
    },
    functions: ['cultural-property'],
    designations: [['cultural-property', 'untoc', '18']],
    channels: ['direct', 'diplomatic', 'email'],
  },
  cyber: {
    name: {
      en: 'Point of Contact for Electronic Evidence, Day and Night',
      fr: 'Point de contact permanent pour les preuves électroniques',
      es: 'Punto de Contacto Permanente para Pruebas Electrónicas',
      ru: 'Круглосуточный контактный пункт по электронным доказательствам',
      ar: 'نقطة الاتصال الدائمة للأدلة الإلكترونية',
      zh: '电子证据全天候联络点',
    },
    functions: ['electronic-evidence', 'police-contact'],
    designations: [['mutual-legal-assistance', 'untoc', '18']],
    channels: ['email', 'secure-portal', 'oral'],
  },
  fisheries: {
    name: {
      en: 'Office against Crimes in Fisheries',
      fr: 'Bureau de lutte contre la criminalité dans le secteur de la pêche',
      es: 'Oficina contra los Delitos Pesqueros',
      ru: 'Управление по борьбе с преступлениями в рыболовстве',
      ar: 'مكتب مكافحة الجرائم في مصائد الأسماك',
      zh: '打击渔业犯罪办公室',
    },
    functions: ['police-contact', 'mutual-legal-assistance'],
    designations: [['mutual-legal-assistance', 'untoc', '18']],
    channels: ['direct', 'police'],
  },
};

const requirements = [
  {
    en: '- The request is made in writing, signed and stamped.\n- Facts are told with dates and places; the text of the law that was broken is attached.\n- Coercive measures need dual criminality.',
    fr: '- La demande est faite par écrit, signée et revêtue d’un cachet.\n- Les faits sont exposés avec dates et lieux ; le texte de la loi enfreinte est joint.\n- Les mesures coercitives supposent la double incrimination.',
  },
  {
    en: '- A translation by a sworn translator goes with every document.\n- Bank records are given for a named period of at most five years.\n- Costs of experts are agreed beforehand.',
    fr: '- Une traduction assermentée accompagne chaque document.\n- Les relevés bancaires sont communiqués pour une période précise de cinq ans au plus.\n- Les frais d’expertise font l’objet d’un accord préalable.',
  },
  {
    en: '- One request for each kind of assistance.\n- State how the evidence will be used, and when the hearing is.\n- An answer comes within thirty days, or says why it cannot.',
    fr: '- Une demande par type d’assistance.\n- Indiquer l’usage prévu des preuves et la date de l’audience.\n- Une réponse est donnée sous trente jours, ou le motif du retard.',
  },
];

const urgent = {
  en: 'Telephone first, then write within 24 hours. Say what is lost if nothing happens, and by when.',
  fr: 'Téléphoner d’abord, puis écrire sous 24 heures. Dire ce qui serait perdu sans intervention, et à quelle échéance.',
};

/** Invented authorities of 44 States. Addresses and numbers lead nowhere; the day of the last verification is spread over two years. */
export function demonstrationAuthorities(): readonly SeedRecord[] {
  return states.flatMap(([state, timeZone, spoken, kinds], place) =>
    kinds.split(' ').map((kind, rank): SeedRecord => {
      const languages = spoken.split(' ');
      const body = bodies[kind];
      if (body === undefined) throw new TypeError(`There is no invented body “${kind}”.`);
      const number = place * 2 + rank;
      return {
        register: 'competent-authorities',
        demonstration: true,
        data: {
          country: state,
          name: nameIn(body, state, languages),
          roles: body.designations.map(([function_, treaty, article]) => ({ function: function_, treaty, article })),
          functions: body.functions,
          treaties: [...new Set(body.designations.map(([, treaty]) => treaty))],
          languages,
          translationNeeded: number % 3 === 0,
          treatyIsBasis: number % 5 !== 0,
          formats: body.channels,
          requirements: requirements[number % requirements.length],
          urgentProcedure: urgent,
          hours: number % 4 === 0 ? 'Sun–Thu 08:00–15:30' : 'Mon–Fri 08:30–16:30',
          timeZone,
          web: [{ url: `https://${kind}-${state.toLowerCase()}.example.org` }],
          address: `${number + 1} Demonstration Square\nExample City`,
          email: [`requests@${kind}-${state.toLowerCase()}.example.org`],
          telephone: [`+999 555 ${String(1000 + number)}`],
          urgentContact: `+999 555 ${String(9000 - number)}`,
          verifiedOn: new Date(Date.UTC(2026, 9, 1) - ((number * 37) % 720) * 86_400_000).toISOString().slice(0, 10),
        },
      };
    }),
  );
}

/** The body's name in English and in the State's languages, with the State behind it. */
function nameIn(body: Body, state: string, languages: readonly string[]): Readonly<Record<string, string>> {
  const area = findArea(state);
  return Object.fromEntries(
    [...new Set(['en', ...languages])].flatMap((language) => {
      const [own, where] = [body.name[language], area?.name[language as 'en']];
      return own === undefined || where === undefined ? [] : [[language, `${own} (${where})`]];
    }),
  );
}
