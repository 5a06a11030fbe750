/** What the introduction brief says, in Polish. Names stand where they need no inflection. */
import type { briefWordsEn } from './brief-words-en.ts'
import type { Text } from './text.ts'

export const briefWordsPl: Record<keyof typeof briefWordsEn, Text> = {
  'brief.title': 'Karta kontaktu', 'brief.pair': '{from} i {to}',
  'brief.run': 'Analiza', 'brief.revision': 'Wersja danych', 'brief.computed': 'Obliczono',
  'brief.fit': 'Kim są i dlaczego mogą do siebie pasować', 'brief.who': 'Obie strony', 'brief.through': 'Kto może je sobie przedstawić',
  'brief.kind': 'Rodzaj', 'brief.place': 'Miejsce', 'brief.cluster': 'Klaster', 'brief.fields': 'Dziedziny', 'brief.partners': 'Zapisani partnerzy',
  'brief.noCluster': 'żaden', 'brief.notStated': 'nie podano', 'brief.partnersNone': 'brak',
  'brief.partnersIn': { one: '{n}; kraje: {list}', few: '{n}; kraje: {list}', many: '{n}; kraje: {list}', other: '{n}; kraje: {list}' },
  'brief.andMore': { one: '{list} i jeszcze {n}', few: '{list} i jeszcze {n}', many: '{list} i jeszcze {n}', other: '{list} i jeszcze {n}' },
  'brief.rank': 'Miejsce {rank} wśród {rated} kandydatów, ocena partnera {score} (od 0 do 1).',
  'brief.rankPartly': 'Miejsce {rank} wśród {rated} kandydatów, ocena partnera {score} (od 0 do 1), na podstawie {known} jej składowych: pozostałe nie są znane.',
  'brief.related': 'Działają w tych samych lub pokrewnych dziedzinach: {list}.', 'brief.relatedNone': 'Żadna dziedzina jednej strony nie jest taka sama jak dziedzina drugiej ani z nią pokrewna.',
  'brief.same': '{term} (ta sama)', 'brief.near': '{own} i {theirs} (bliskość {proximity})',
  'brief.adds': '{to} – wniesione dziedziny: {list}.', 'brief.capability': 'Z tego, co poszukiwane, ma: {list}.',
  'brief.reach': { one: 'Dzieli je {n} połączenie.', few: 'Najkrótsza droga między nimi prowadzi przez {n} połączenia.', many: 'Najkrótsza droga między nimi prowadzi przez {n} połączeń.', other: 'Najkrótsza droga między nimi prowadzi przez {n} połączenia.' }, 'brief.reachNone': 'Żadna zapisana droga nie prowadzi od jednej strony do drugiej.',
  'brief.shared': { one: 'Obie należą do {n} zapisanej sieci: {list}.', few: 'Obie należą do {n} zapisanych sieci: {list}.', many: 'Obie należą do {n} zapisanych sieci: {list}.', other: 'Obie należą do {n} zapisanych sieci: {list}.' }, 'brief.sharedNone': 'Nie mają wspólnej zapisanej sieci.',
  'brief.linked': 'W tej analizie obie strony są już połączone.', 'brief.notListed': 'Kandydata nie ma na liście partnerów: oznaczono go jako nieodpowiedniego.',
  'brief.knowsBoth': '{introducer} – współpracuje z obiema stronami', 'brief.knowsNext': '{introducer}, a dalej {next}', 'brief.throughNetworks': '{way}: {networks}.',
  'brief.throughNobody': 'W zasięgu trzech połączeń nikt nie zna obu stron.', 'brief.throughNobodyNeeded': 'Są już połączone i nikt nie musi ich sobie przedstawiać.',
  'brief.needs': 'Szuka', 'brief.offers': 'Oferuje', 'brief.profile': '{title} ({type})', 'brief.profilesNone': 'nic nie opublikowano',
  'brief.type.technology-offer': 'oferta technologiczna', 'brief.type.technology-request': 'zapytanie technologiczne', 'brief.type.business-offer': 'oferta biznesowa', 'brief.type.business-request': 'zapytanie biznesowe', 'brief.type.rd-request': 'zapytanie badawczo-rozwojowe',
  'brief.caution': 'Obliczono tylko na zapisanych połączeniach; brak połączenia nie dowodzi, że go nie ma. Ocena służy do ułożenia krótkiej listy, a jej wagi są umowne. Pokazano tylko publiczne potrzeby i oferty.'
}
