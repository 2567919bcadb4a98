/** Names by which treaties are cited in texts of the six languages; the first that fits decides. */
const names: readonly (readonly [string, RegExp])[] = [
  [
    'untoc-tip',
    /trafficking in persons protocol|protocol to prevent,? suppress and punish trafficking|palermo protocol on trafficking|\btip protocol|protocole.{0,30}traite des personnes|protocolo.{0,40}trata de personas|протокол.{0,60}торговл[яеию] людьми|بروتوكول.{0,50}الاتجار بالأشخاص|贩运人口.{0,12}议定书|人口贩运议定书/iu,
  ],
  [
    'untoc-som',
    /smuggling of migrants protocol|protocol against the smuggling of migrants|\bsom protocol|protocole.{0,30}trafic illicite de migrants|protocolo.{0,40}tráfico ilícito de migrantes|протокол.{0,40}ввоза мигрантов|بروتوكول.{0,40}تهريب المهاجرين|偷运移民.{0,12}议定书/iu,
  ],
  [
    'untoc-firearms',
    /firearms protocol|protocol against the illicit manufacturing|protocole.{0,30}armes à feu|protocolo.{0,40}armas de fuego|протокол.{0,60}огнестрельно|بروتوكول.{0,40}الأسلحة النارية|枪支.{0,12}议定书/iu,
  ],
  [
    'cybercrime',
    /convention against cybercrime|convention.{0,20}cybercriminalité|convención.{0,30}ciberdelincuencia|конвенци.{0,30}киберпреступност|اتفاقية.{0,40}الجريمة السيبرانية|《?(?:联合国)?打击网络犯罪公约/iu,
  ],
  [
    'untoc',
    /\buntoc\b|\bcnuct[oc]\b|\bcnudot\b|organized crime convention|palermo convention|convention against transnational organi[sz]ed crime|convention.{0,40}criminalité transnationale organisée|convention de palerme|convención.{0,50}delincuencia organizada transnacional|convención de palermo|конвенци.{0,40}транснациональной организованной преступности|اتفاقية.{0,50}الجريمة المنظمة(?: عبر الوطنية)?|《?(?:联合国)?(?:打击跨国)?有组织犯罪公约/iu,
  ],
  [
    'uncac',
    /\buncac\b|\bcnucc\b|\bcncc\b|convention against corruption|merida convention|convention.{0,30}contre la corruption|convención.{0,40}contra la corrupción|конвенци.{0,40}против коррупции|اتفاقية.{0,40}مكافحة الفساد|《?(?:联合国)?反腐败公约/iu,
  ],
  [
    'drugs-1988',
    /1988 convention|convention against illicit traffic|convention de 1988|convención de 1988|конвенци.{0,5} 1988|اتفاقية (?:سنة )?1988|1988年公约/iu,
  ],
  [
    'drugs-1971',
    /1971 convention|convention on psychotropic|convention de 1971|convenio de 1971|конвенци.{0,5} 1971|اتفاقية (?:سنة )?1971|1971年公约/iu,
  ],
  [
    'drugs-1961',
    /1961 convention|single convention|convention (?:unique|de 1961)|convención (?:única|de 1961)|конвенци.{0,5} 1961|единой конвенции|اتفاقية (?:سنة )?1961|الاتفاقية الوحيدة|1961年.{0,6}公约/iu,
  ],
];

/** The treaty named in a piece of text, and where the name ends. */
export function treatyIn(
  text: string,
): { readonly treaty: string; readonly start: number; readonly end: number } | undefined {
  let first: { treaty: string; start: number; end: number } | undefined;
  for (const [treaty, name] of names) {
    const found = name.exec(text);
    if (found === null || (first !== undefined && found.index >= first.start)) continue;
    first = { treaty, start: found.index, end: found.index + found[0].length };
  }
  return first;
}
