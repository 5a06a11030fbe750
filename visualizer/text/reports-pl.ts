/** What reports and declared priorities are called in Polish. */
import type { Text } from './text.ts'
import type { reportsEn } from './reports-en.ts'

export const reportsPl: Record<keyof typeof reportsEn, Text> = {
  'reports.title': 'Raporty', 'reports.lead': 'Co sieć mówi o wybranych krajach i regionach: dokument, który podaje, jak pewne są wyniki i skąd pochodzi każda liczba.',
  'reports.questions': 'Pytania na początek', 'reports.parts': 'Części tej strony', 'reports.part.build': 'Utwórz raport', 'reports.part.priorities': 'Zadeklarowane priorytety',
  'reports.question.clusters': 'Które klastry transgraniczne obejmują mój region?', 'reports.answer.clusters': 'Wskaż region poniżej; raport wymieni je wraz z członkami.',
  'reports.question.bridges': 'Kto jest u nas pomostem?', 'reports.answer.bridges': 'Krótka lista organizacji łączących kraje i klastry.',
  'reports.question.peers': 'Jak wypadamy na tle innych?', 'reports.answer.peers': 'Zaznacz swój kraj i kraje do porównania; pełny raport zestawi je obok siebie.',
  'reports.question.declared': 'Czy sieć potwierdza to, co zadeklarowaliśmy?', 'reports.answer.declared': 'Wpisz lub zaimportuj priorytety swojej strategii; raporty zestawią je z tym, co widać w sieci.',
  'reports.build': 'Utwórz raport', 'reports.countries': 'Kraje, z liczbą organizacji w tej analizie', 'reports.allCountries': 'Zaznacz wszystkie', 'reports.noCountries': 'Odznacz wszystkie',
  'reports.regions': 'Regiony, według nazwy lub kodu NUTS', 'reports.regionExample': 'Podlaskie, LV008', 'reports.regionsChosen': 'Wybrane regiony', 'reports.removeRegion': 'Usuń: {name}', 'reports.wholeCountry': 'cały kraj',
  'reports.regionsFound': { one: 'Znaleziono {n} region', few: 'Znaleziono {n} regiony', many: 'Znaleziono {n} regionów', other: 'Znaleziono {n} regionu' },
  'reports.template': 'Rodzaj raportu', 'reports.template.full': 'Pełny raport', 'reports.template.brief': 'Skrót na dwie strony', 'reports.template.cluster': 'Jeden klaster',
  'reports.cluster': 'Klaster', 'reports.chooseCluster': 'Wybierz klaster', 'reports.run': 'Analiza', 'reports.latestRun': 'Najnowsza', 'reports.since': 'Porównanie z', 'reports.noSince': 'Bez porównania', 'reports.sinceHint': 'Dodaje, co stało się z klastrami: które powstały, połączyły się, podzieliły lub przesunęły.',
  'reports.language': 'Język raportu', 'reports.language.en': 'angielski', 'reports.language.pl': 'polski', 'reports.suppress': 'Nie podawaj liczb mniejszych niż', 'reports.suppressHint': 'Mniejsze liczby dla krajów i regionów są pomijane, aby nikogo nie dało się po nich rozpoznać; 0: podawane są wszystkie.',
  'reports.preview': 'Podgląd', 'reports.frame': 'Podgląd raportu', 'reports.making': 'Trwa przygotowywanie raportu.', 'reports.ready': 'Raport jest gotowy: {size}.', 'reports.again': 'Spróbuj ponownie',
  'reports.empty': 'Nie ma jeszcze raportu', 'reports.emptyHint': 'Wybierz co najmniej jeden kraj lub region, a do raportu o jednym klastrze także klaster. Raport pojawi się tutaj.',
  'reports.format.html': 'HTML', 'reports.format.pdf': 'PDF', 'reports.format.docx': 'DOCX', 'reports.format.xlsx': 'XLSX', 'reports.format.csv': 'CSV', 'reports.format.json': 'JSON',
  'reports.formatHint.html': 'do każdej przeglądarki, także bez sieci', 'reports.formatHint.pdf': 'do druku i archiwum', 'reports.formatHint.docx': 'do edycji', 'reports.formatHint.xlsx': 'każda tabela w osobnym arkuszu', 'reports.formatHint.csv': 'każda tabela w osobnym pliku, w archiwum zip', 'reports.formatHint.json': 'dla programów',
  'reports.saving': 'w przygotowaniu', 'reports.saved': 'zapisano, {size}', 'reports.command': 'Twórz go regularnie', 'reports.commandHint': 'W wierszu poleceń, a więc także z programu cron:', 'reports.onCluster': 'Raport o tym klastrze',
  'priorities.title': 'Zadeklarowane priorytety', 'priorities.lead': 'W czym regiony chcą się specjalizować według swoich strategii. Raporty zestawiają to z tym, co widać w sieci.',
  'priorities.empty': 'Żaden region niczego jeszcze nie zadeklarował. Wybierz region poniżej albo zaimportuj plik; przykład jest w seeds/declared-priorities.', 'priorities.region': 'Region', 'priorities.priorities': 'Priorytety', 'priorities.actions': 'Działania',
  'priorities.edit': 'Edytuj', 'priorities.editOf': 'Edytuj priorytety: {name}', 'priorities.withdraw': 'Usuń', 'priorities.withdrawOf': 'Usuń priorytety: {name}', 'priorities.sure': 'Na pewno usuń: {name}', 'priorities.withdrawn': 'Usunięto priorytety: {name}; wcześniejsze wersje są zachowane.',
  'priorities.export': 'Zapisz wszystkie jako CSV', 'priorities.readOnly': 'Ta usługa działa tylko do odczytu.', 'priorities.pick': 'Wpisz priorytety regionu', 'priorities.of': '{name} ({code})', 'priorities.number': 'Priorytet {n}', 'priorities.noneLeft': 'Nie ma żadnego priorytetu; po zapisaniu region nie będzie miał żadnych.',
  'priorities.titleField': 'Tytuł', 'priorities.add': 'Dodaj priorytet', 'priorities.save': 'Zapisz', 'priorities.cancel': 'Anuluj', 'priorities.saved': 'Zapisano priorytety: {name}.', 'priorities.conflict': 'Ktoś zmienił ten region, odkąd go otwarto. Zanotuj wpisane dane, anuluj i otwórz region ponownie.',
  'priorities.noDomains': 'Dziedziny: brak', 'priorities.domains': 'Dziedziny: {list}', 'priorities.sectors': 'Sektory', 'priorities.sectorsHint': 'Kody NACE Rev. 2 po przecinku, na przykład C10, 16', 'priorities.document': 'Dokument źródłowy', 'priorities.website': 'Strona internetowa', 'priorities.note': 'Uwaga', 'priorities.remove': 'Usuń: {title}',
  'priorities.import': 'Import z pliku', 'priorities.importHint': 'CSV z kolumnami region i title oraz, jeśli są, domains, sectors, document, website, note; listy oddzielane średnikami. Region z pliku otrzymuje to, co jest w pliku; pozostałe się nie zmieniają. Jeden błędny wiersz zatrzymuje cały plik.', 'priorities.file': 'Plik',
  'priorities.inFile': { one: '{n} region w pliku, z nową treścią: {changed}.', few: '{n} regiony w pliku, z nową treścią: {changed}.', many: '{n} regionów w pliku, z nową treścią: {changed}.', other: '{n} regionu w pliku, z nową treścią: {changed}.' }
}
