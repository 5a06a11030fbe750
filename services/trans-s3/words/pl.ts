/** Polish: what exhibits and documents say. */
import type { Text } from './text.ts'

export const pl = {
  'cell.undefined': 'nieokreślone', 'cell.withheld': 'ukryte',

  'document.contents': 'Spis treści', 'document.rowsShown': '{shown} z {all} wierszy; pozostałe są w pliku JSON tego dokumentu.', 'document.table': 'Tabela', 'document.figure': 'Rysunek', 'document.page': 'Strona', 'document.sources': 'Źródła',
  'document.asTable': 'Pokaż jako tabelę', 'document.zoomIn': 'Powiększ', 'document.zoomOut': 'Pomniejsz', 'document.wholePicture': 'Cały obraz', 'document.listOfNodes': 'Co pokazuje rysunek', 'document.print': 'Drukuj',
  'document.skip': 'Przejdź do treści', 'document.missingCharacters': 'Znak □ zastępuje literę, której nie mają czcionki tego pliku; jest ona w pliku HTML.',

  'step.general': 'Część ogólna', 'step.common-sets': 'Poszukiwanie wspólnych zbiorów', 'step.profiling': 'Przegląd analityczny i profile', 'step.trends': 'Trendy rynkowe i technologiczne', 'step.consultation': 'Konsultacje i przedsiębiorcze odkrywanie', 'step.internationalisation': 'Potencjał umiędzynarodowienia', 'step.strategy': 'Wspólna strategia',
  'step.general.purpose': 'Uzgodnić, kto kieruje i kto decyduje, do czego grupa dąży, co zrobi i jak będzie śledzić wyniki.',
  'step.common-sets.purpose': 'Znaleźć zadeklarowane priorytety regionów, które do siebie pasują, i utworzyć z nich wspólne priorytety.',
  'step.profiling.purpose': 'Porównać to, co regiony deklarują, z tym, co robią ich organizacje, i zobaczyć, gdzie jeden region uzupełnia drugi.',
  'step.trends.purpose': 'Zobaczyć, które dziedziny rosną, które są nowe i jakie miejsce zajmują w łańcuchach wartości, oraz doprecyzować priorytety.',
  'step.consultation.purpose': 'Wysłuchać biznesu, nauki, administracji i społeczeństwa w każdym regionie i z nimi rozstrzygnąć, które priorytety są ostateczne.',
  'step.internationalisation.purpose': 'Ocenić, jak bardzo każdy ostateczny priorytet może rozwinąć się dzięki współpracy ponad granicami.',
  'step.strategy.purpose': 'Przełożyć ostateczne priorytety na cele, wspólne działania i wskaźniki oraz na strategie małych i średnich przedsiębiorstw.',

  'state.open': 'otwarty', 'state.in review': 'w trakcie przeglądu', 'state.closed': 'zamknięty',
  'state.proposed': 'zaproponowany', 'state.initial': 'wstępny', 'state.verified': 'zweryfikowany', 'state.refined': 'doprecyzowany', 'state.final': 'ostateczny', 'state.assessed': 'oceniony', 'state.dropped': 'odrzucony',
  'helix.industry': 'biznes', 'helix.science': 'nauka', 'helix.administration': 'administracja', 'helix.society': 'społeczeństwo',
  'role.operator': 'operator usługi', 'role.coordinator': 'koordynator', 'role.authority': 'władze regionu', 'role.stakeholder': 'interesariusz', 'role.reader': 'czytelnik',
  'ladder.learn': 'poznawanie', 'ladder.connect': 'łączenie', 'ladder.demonstrate': 'demonstracja', 'ladder.commercialise': 'komercjalizacja', 'ladder.scale up': 'zwiększanie skali',

  'paper.subtitle': 'Dokument programowy Trans-S3. Grupa: {places}', 'paper.subtitleSummary': 'Streszczenie dokumentu programowego Trans-S3. Grupa: {places}', 'paper.regions': { one: '{n} region lub kraj', few: '{n} regiony i kraje', many: '{n} regionów i krajów', other: '{n} regionu i kraju' },
  'paper.label.period': 'Okres', 'paper.label.workspace': 'Przestrzeń robocza', 'paper.label.changed': 'Stan na', 'paper.label.run': 'Analiza', 'paper.label.software': 'Oprogramowanie', 'paper.label.language': 'Język', 'paper.language': 'polski',
  'paper.period': 'od {from} do {to}', 'paper.version': '{id}, wersja {version}',
  'paper.demonstration': 'Tę przestrzeń roboczą przygotowano, aby pokazać metodę na prawdziwych danych. Nikt nie brał w niej udziału i nic, co się w niej znajduje, nie jest stanowiskiem wymienionych regionów.',
  'paper.complements': 'Trans-S3 uzupełnia strategie inteligentnych specjalizacji regionów i krajów. Żadnej z nich nie zastępuje.',
  'paper.review': 'Do ponownego przeglądu', 'paper.stepState': 'Stan: {state}', 'paper.checks': 'Wykonane punkty listy kontrolnej: {done} z {all}.',
  'paper.reopened': 'Do ponownego przeglądu, ponieważ ponownie otwarto krok „{step}”. Powód: {reason}',
  'paper.decisionReview': 'Do ponownego przeglądu: decyzja zapadła, zanim ponownie otwarto jeden z wcześniejszych kroków.',

  'paper.overview': 'W skrócie',
  'paper.fact.regions': { one: 'region lub kraj w grupie', few: 'regiony lub kraje w grupie', many: 'regionów lub krajów w grupie', other: 'regionu lub kraju w grupie' }, 'paper.fact.final': { one: 'ostateczny wspólny priorytet', few: 'ostateczne wspólne priorytety', many: 'ostatecznych wspólnych priorytetów', other: 'ostatecznego wspólnego priorytetu' }, 'paper.fact.closed': { one: 'zamknięty krok', few: 'zamknięte kroki', many: 'zamkniętych kroków', other: 'zamkniętego kroku' }, 'paper.fact.decisions': { one: 'zapisana decyzja', few: 'zapisane decyzje', many: 'zapisanych decyzji', other: 'zapisanej decyzji' }, 'paper.fact.actions': { one: 'wspólne działanie', few: 'wspólne działania', many: 'wspólnych działań', other: 'wspólnego działania' }, 'paper.fact.indicators': { one: 'śledzony wskaźnik', few: 'śledzone wskaźniki', many: 'śledzonych wskaźników', other: 'śledzonego wskaźnika' },
  'paper.finalAre': 'Ostateczne wspólne priorytety:', 'paper.further': 'Kolejne, w dokumencie programowym: {n}.',

  'paper.how': 'Część pierwsza: jak to się robi', 'paper.what': 'Czym jest Trans-S3',
  'paper.what.group': 'Trans-S3 to metoda, dzięki której grupa regionów znajduje, uzgadnia i śledzi wspólne specjalizacje. Nie chodzi w niej tylko o siłę jednego regionu, lecz o siłę grupy: co jej regiony mają wspólnego, gdzie jeden uzupełnia drugi i jakich połączeń między nimi brakuje.',
  'paper.what.priority': 'Wspólny priorytet to połączenie sektora gospodarki, technologii, tematu i wiedzy; kod z jednej klasyfikacji nie wystarcza. Stan nadają mu decyzje grupy.',
  'paper.what.origin': 'Metoda pochodzi z projektu GoSmart BSR (Interreg Region Morza Bałtyckiego, 2017–2021). Ten dokument ma dwie części, tak jak dokument programowy projektu: jak to się robi i jak zrobiła to grupa.',
  'paper.steps': 'Pięć kroków ze sprzężeniem zwrotnym', 'paper.gives': 'Stan, który priorytet tu otrzymuje: {state}.',
  'paper.steps.general': 'Obok kroków jest część ogólna: zarządzanie, wspólna wizja, plan działań i monitorowanie. Po krokach następuje wspólna strategia.',
  'paper.steps.feedback': 'To, czego grupa dowie się później, może ponownie otworzyć wcześniejszy krok. Grupa podaje wtedy powód, a wszystko, co na tym kroku się opiera, zostaje oznaczone do ponownego przeglądu. Niczego się nie nadpisuje: każdą wersję można przeczytać i porównać.',
  'paper.data': 'Kategorie źródeł danych',
  'paper.data.declared': 'Zadeklarowane priorytety', 'paper.data.declaredIs': 'Strategie inteligentnych specjalizacji i inne dokumenty regionów oraz wymienione w nich sektory, tematy i dziedziny wiedzy.',
  'paper.data.organisations': 'Organizacje i sieci', 'paper.data.organisationsIs': 'Organizacje z regionów, ich rodzaj, miejsce i dziedziny, oraz projekty i sieci, które je łączą.',
  'paper.data.tables': 'Tablice przepływów międzygałęziowych', 'paper.data.tablesIs': 'Który sektor którego kraju dostarcza któremu: popyt końcowy i wartość dodana w łańcuchach wartości.',
  'paper.data.trends': 'Raporty o trendach i statystyka', 'paper.data.trendsIs': 'Raporty o rynkach i technologiach oraz statystyka regionalna, zapisane przez uczestników wraz ze źródłem.',
  'paper.data.people': 'Uczestnicy', 'paper.data.peopleIs': 'Oceny, uwagi i decyzje biznesu, nauki, administracji i społeczeństwa w każdym regionie.',
  'paper.problems': 'Zalecenia na typowe trudności',
  'paper.problem.words': 'Regiony używają różnych słów', 'paper.problem.wordsDo': 'Każdy priorytet należy przypisać do kodów wspólnych dla wszystkich. Każdą propozycję powinien potwierdzić ktoś z regionu. To, co do niczego nie pasuje, pozostaje na liście jako tekst.',
  'paper.problem.shared': 'Niemal wszystko jest wspólne', 'paper.problem.sharedDo': 'Należy wymagać większej liczby regionów dla wspólnego zbioru oraz łączyć sektor, technologię, temat i wiedzę, aż priorytet powie także, czego nie obejmuje.',
  'paper.problem.revealed': 'Zadeklarowanego priorytetu nie widać w danych', 'paper.problem.revealedDo': 'To pytanie, a nie błąd: dane pokazują tylko to, co zapisały źródła. Zanim priorytet zostanie utrzymany lub odrzucony, trzeba zapytać region.',
  'paper.problem.small': 'Liczby są małe', 'paper.problem.smallDo': 'Należy czytać przedział, nie samą wartość, i nie szeregować tego, czego nie da się rozróżnić.',
  'paper.problem.missing': 'Brakuje jednej z grup poczwórnej helisy', 'paper.problem.missingDo': 'Należy zaprosić ją ponownie i zapisać, kogo nie wysłuchano. Zgoda w jednej grupie nie jest zgodą regionu.',
  'paper.problem.disagree': 'Grupy się nie zgadzają', 'paper.problem.disagreeDo': 'Należy nazwać różnicę zdań i podać, kto ma jakie zdanie. Średnia ją ukrywa.',
  'paper.problem.weights': 'Kolejność zależy od wag', 'paper.problem.weightsDo': 'Należy pokazać, jak bardzo się zmienia przy innych wagach. Jeśli bardzo, trzeba decydować według poszczególnych miar.',
  'paper.problem.again': 'Trzeba ponownie otworzyć wcześniejszy krok', 'paper.problem.againDo': 'Należy podać powód. Zanim krok znów zostanie zamknięty, trzeba potwierdzić lub zmienić wszystko, co oznaczono do ponownego przeglądu.',

  'paper.done': 'Część druga: jak zrobiła to ta grupa', 'paper.group': 'Grupa i okres', 'paper.group.period': 'Prace obejmują okres od {from} do {to}.', 'paper.group.caption': 'Regiony i kraje grupy, kody NUTS {vintage}',
  'paper.participants': 'Uczestnicy z ważnym zaproszeniem, według roli:', 'paper.participants.none': 'Nikogo jeszcze nie zaproszono.',
  'paper.governance': 'Zarządzanie', 'paper.vision': 'Wspólna wizja', 'paper.actionPlan': 'Plan działań', 'paper.monitoring': 'Monitorowanie',
  'paper.notes': 'Notatki', 'paper.decisions': 'Decyzje', 'paper.disagreements': 'Różnice zdań', 'paper.disagreements.lead': 'Z czym ktoś się nie zgodził, gdy zapadała decyzja. Jest to tu nazwane, a nie uśrednione.',
  'paper.source': 'Źródło: {source}', 'paper.why': 'Dlaczego:', 'paper.evidence': 'Przesłanki: {list}.', 'paper.run': 'Analiza: {run}.', 'paper.by': 'Kto zdecydował: {who}, {date}.', 'paper.kept': 'Utrzymane: {list}.', 'paper.dropped': 'Odrzucone: {list}.', 'paper.removedItem': 'priorytet, który usunięto', 'paper.dissentSee': 'Ktoś się nie zgodził: zob. „Różnice zdań”.',
  'paper.none.text': 'Jeszcze nie napisano.', 'paper.none.evidence': 'Dla tego kroku nie obliczono żadnych przesłanek.', 'paper.none.notes': 'Nie zapisano żadnej notatki.', 'paper.none.decisions': 'W tym kroku jeszcze niczego nie postanowiono.', 'paper.none.disagreements': 'Przy żadnej decyzji nie wpisano różnicy zdań.',
  'paper.none.priorities': 'Nie zaproponowano jeszcze żadnego wspólnego priorytetu.', 'paper.none.final': 'Żaden wspólny priorytet nie jest jeszcze ostateczny.', 'paper.none.objectives': 'Wspólna strategia nie ma jeszcze celów.', 'paper.none.actions': 'Dla tego celu nie wpisano jeszcze działań.', 'paper.none.indicators': 'Dla tego celu nie wpisano jeszcze wskaźników.', 'paper.none.sme': 'Nie wpisano jeszcze żadnej wspólnej strategii małych i średnich przedsiębiorstw.', 'paper.none.followed': 'Nie wpisano jeszcze żadnego wskaźnika.', 'paper.none.consultation': 'Konsultacje jeszcze się nie rozpoczęły.', 'paper.none.log': 'Niczego jeszcze nie postanowiono.',
  'paper.tableInAnnex': 'Pierwsze wiersze: {shown} z {all}. Cała tabela jest w załączniku.',

  'paper.priorities': 'Wspólne priorytety', 'paper.priorities.caption': 'Wspólne priorytety: ich stan i to, co łączą', 'paper.priorities.note': 'Kody sektorów według NACE Rev. 2.', 'paper.from': 'Utworzony z: {list}.',
  'paper.column.code': 'Kod', 'paper.column.name': 'Nazwa', 'paper.column.country': 'Kraj', 'paper.column.priority': 'Priorytet', 'paper.column.state': 'Stan', 'paper.column.sectors': 'Sektory', 'paper.column.technologies': 'Technologie', 'paper.column.themes': 'Tematy', 'paper.column.knowledge': 'Wiedza', 'paper.column.regions': 'Kto zadeklarował',
  'paper.column.action': 'Wspólne działanie', 'paper.column.lead': 'Lider', 'paper.column.partners': 'Partnerzy', 'paper.column.time': 'Czas', 'paper.column.means': 'Środki', 'paper.column.status': 'Etap',
  'paper.column.indicator': 'Wskaźnik', 'paper.column.measure': 'Co mierzy', 'paper.column.baseline': 'Wartość bazowa', 'paper.column.target': 'Wartość docelowa', 'paper.column.by': 'Termin', 'paper.column.last': 'Ostatni pomiar', 'paper.column.change': 'Zmiana',
  'paper.column.run': 'Analiza', 'paper.column.date': 'Data', 'paper.column.value': 'Wartość', 'paper.column.lower': 'Od', 'paper.column.upper': 'Do', 'paper.column.what': 'Co', 'paper.column.organisation': 'Organizacja', 'paper.column.role': 'Rola', 'paper.column.need': 'Potrzeba', 'paper.column.found': 'Znaleziono dotąd', 'paper.column.who': 'Kto', 'paper.column.step': 'Krok', 'paper.column.decision': 'Decyzja', 'paper.column.why': 'Dlaczego', 'paper.column.decidedBy': 'Kto zdecydował', 'paper.column.decisions': 'Decyzje',

  'paper.objective': 'Cel: {title}', 'paper.serves': 'Służy priorytetom: {list}.', 'paper.actions': 'Wspólne działania dla celu „{title}”', 'paper.indicators': 'Wskaźniki dla celu „{title}”', 'paper.indicators.note': 'Pierwszy pomiar jest wartością bazową. W nawiasie: przedział niepewności.',
  'paper.measure.organisations': 'organizacje', 'paper.measure.crossBorderLinks': 'połączenia ponad granicami', 'paper.measure.crossBorderShare': 'udział połączeń ponad granicami', 'paper.measure.partnerCountries': 'kraje partnerskie', 'paper.measure.eiIndex': 'indeks E-I: połączenia ponad granicami wobec połączeń w kraju', 'paper.measure.clusters': 'obecne klastry', 'paper.measure.in': '{measure} ({field})',
  'paper.change.clear': 'Przedziały nie zachodzą na siebie: zmiana większa niż niepewność.', 'paper.change.unclear': 'Przedziały zachodzą na siebie: to może być przypadek.', 'paper.change.counted': 'Przedział nieznany: liczba tego, co zapisały źródła.', 'paper.change.once': 'Zmierzono raz.', 'paper.change.never': 'Jeszcze nie zmierzono.', 'paper.change.undefined': 'W jednej z dwóch analiz miara jest nieokreślona.', 'paper.points': '{n} punktu procentowego',
  'paper.from.date': 'od {from}', 'paper.until.date': 'do {until}',

  'paper.sme': 'Wspólne strategie małych i średnich przedsiębiorstw', 'paper.sme.lead': 'Przedsiębiorstwa i instytuty z co najmniej dwóch krajów wokół potrzeby, którą dzielą.', 'paper.sme.need': 'Wspólna potrzeba:', 'paper.sme.priority': 'Priorytet: {title}.', 'paper.sme.status': 'Etap: {status}.', 'paper.sme.members': 'Członkowie „{title}” i ich role w łańcuchu wartości', 'paper.sme.missing': 'Brakujące role w „{title}”', 'paper.sme.plan': 'Plan „{title}”',
  'paper.sme.none': 'nikogo', 'paper.sme.candidate': 'kandydat', 'paper.sme.introduction': 'trwa nawiązywanie kontaktu', 'paper.sme.unnamed': 'Kandydatów się nie wymienia: nie wyrazili na to zgody.', 'paper.sme.whole': 'Nie wskazano brakującej roli.',
  'paper.measurements': 'Wszystkie pomiary wskaźników', 'paper.measurements.name': 'Pomiary',

  'paper.method': 'Metoda i zastrzeżenia', 'paper.method.how': 'Wszystkie liczby pochodzą z jednej zapisanej analizy. Te same dane, ustawienia i ziarno dają te same liczby. Teksty, wartości docelowe i decyzje pochodzą od uczestników.', 'paper.method.caption': 'Z czego obliczono liczby',
  'paper.method.run': 'Analiza', 'paper.method.finished': 'Data obliczeń', 'paper.method.revision': 'Wersja danych', 'paper.method.input': 'Suma kontrolna danych', 'paper.method.algorithm': 'Algorytm', 'paper.method.seed': 'Ziarno', 'paper.method.software': 'Oprogramowanie analizy', 'paper.method.workspace': 'Przestrzeń robocza i wersja', 'paper.method.sharedBy': 'Regiony potrzebne do wspólnego zbioru', 'paper.method.groupMin': 'Odpowiedzi potrzebne, by pokazać wynik grupy',
  'paper.cautions': 'Zastrzeżenia',
  'paper.caution.recorded': 'Liczby pokazują to, co zapisały źródła wymienione na końcu. Tego, co robiono gdzie indziej, nie widać.', 'paper.caution.links': 'Połączenie mówi, że dwie organizacje były w tym samym projekcie lub sieci. Nie mówi, kto na tym zyskał; żadna liczba nie pokazuje tu przyczyny i skutku.', 'paper.caution.uncertain': 'Wartość z przedziałem jest w jego granicach niepewna. Gdy dwa przedziały zachodzą na siebie, różnica może być przypadkiem.', 'paper.caution.few': 'W konsultacjach nie pokazuje się wyniku grupy, która dała zbyt mało odpowiedzi.', 'paper.caution.people': 'Osoby wskazuje się tylko przez rolę i region.', 'paper.caution.words': 'Teksty podano w języku, w którym je wpisano. Gdy dziedzina lub sektor nie ma nazwy w tym języku, podano nazwę angielską.', 'paper.caution.review': 'To, co oznaczono do ponownego przeglądu, opiera się na kroku, który ponownie otwarto.',
  'paper.annex': 'Załącznik', 'paper.annex.lead': 'Tabele zbyt długie, by umieścić je w tekście, oraz rejestr decyzji.', 'paper.log': 'Rejestr decyzji', 'paper.synthetic': 'dane zmyślone', 'paper.licence': 'Licencja: {licence}.', 'paper.boundaries': 'Kody regionów: Eurostat, NUTS.',

  'paper.summary.about': 'O co chodzi', 'paper.summary.text': 'Grupa szuka dziedzin, w których jej regiony razem są silniejsze niż osobno. Przechodzi pięć kroków: porównuje, co regiony zadeklarowały, sprawdza to na danych, przygląda się trendom, pyta biznes, naukę, administrację i społeczeństwo oraz ocenia, co może dać współpraca ponad granicami.',
  'paper.summary.stands': 'Gdzie grupa jest teraz', 'paper.summary.agreed': 'Co grupa uzgodniła', 'paper.summary.disagreed': 'Co do czego nie ma zgody', 'paper.summary.plans': 'Co grupa zrobi', 'paper.summary.plans.lead': 'Cele i pierwsze wspólne działania dla każdego z nich.', 'paper.summary.followed': 'Jak śledzi się wyniki', 'paper.summary.caution': 'O czym pamiętać', 'paper.summary.action': '{action} (lider: {lead}; {status})'
} satisfies Record<string, Text>
