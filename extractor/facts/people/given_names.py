"""Frequent given names of people who live in Italy.

They serve two ends: to tell ``ROSSI MARIO`` (surname first) from ``Mario Rossi``, and to accept a
name where the words around it leave a doubt. A name that is missing here is still read where a
title or the shape of a signature speaks for it. Given names that are common words of official
acts (``Italia``, ``Primo``) are left out on purpose.
"""

_GIVEN = """
abbondio abdul abele abramo achille ada adalberto adalgisa addolorata adela adelaide adelchi adele
adelina adelio adelmo adeodato adolfo adone adriana adriano agapito agata agnello agnese agnieszka
agostina agostino agron ahmed aicha aida aimone alan alba albano albert alberta albertina alberto
albino alceo alcide alda aldina aldo alejandro aleksandra ales alessandra alessandro alessia
alessio alex alexander alexandra alexandru alexia alfio alfonsina alfonso alfred alfreda alfredo
alice alida alighiero alina aline alì alma aloisio altero alvaro alvise amalia amanda ambra
ambrogio ambrosina amedea amedeo amelia amerigo amina anacleto anastasia anatoliy andrea andreas
andrei andreina andreino andrew angela angelamaria angelantonio angelica angelina angelino angelo
angiola angioletta anita anna annabella annacarla annachiara annafranca annagrazia annalaura
annalia annalisa annalucia annamaria annapaola annarita annarosa anne annibale annunziata anselmo
anthony antimo antoine anton antonella antonello antonia antonietta antonina antonino antonio
antonmaria apollonia arben arcangelo ardian arduino argia ariana arianna aristide arlete armanda
armandina armando armelinda armida arnaldo arno arnold arnoldo arrigo artemio artemisia artur
arturo ascanio assia assunta assuntina astrid attilia attilio augusta augusto aura aurelia
aureliano aurelio aurora avio azzurra balbina baldassarre barbara bartolomeo basilio battista
beata beatrice bellina benedetta benedetto beniamino benito benvenuto berardino berenice
bernadette bernardina bernardino bernardo bernd bernhard berta bettina biagio bianca bice blerim
bogdan bonaventura bonifacio boris bortolo brando brian brigida brigitte bruna brunella brunello
bruno calogera calogero camilia camilla camillo candida candido carina carla carlalberto carletto
carlo carloalberto carlomaria carlos carlotta carmela carmelina carmelo carmen carmine carolina
catello caterina catia cecilia celeste celestina celestino cesara cesare cesarina cesarino cesidio
charles cherubino chiara christa christian christine christof christoph cinthia cinzia cipriano
cira cirillo ciro claire clara claretta clarice clarissa claude claudia claudine claudio clelia
clemente clementina cleto clizia clorinda clotilde colomba concetta concettina concezio cono
consiglia consolata consuelo cora corinna cornelia corrado cosetta cosima cosimo costantino
costanza crescenzio crescenzo crispino cristanziano cristian cristiana cristiano cristina
cristoforo daisy dalia dalila dalmazio damiana damiano daniel daniela daniele daniella danila
danilo danio dante daria dario david davide debora deborah decio dejan delfina delfino delia delio
demetrio denis denise derna desiderio desire desiree diana diego dieter diletta dimitri dina dino
diodato diomira dionigi dionisio dmitri dolores domenica domenico dominik domitilla domizia
domiziano donata donatantonio donatella donatello donato dora doretta doriana doriano doris dorota
dorotea dragan duilio dumitru dusan edda edgardo edi edina edith edmea edmond edmondo edo edoarda
edoardo edvige edvino edward efisio efrem egidia egidio egle elda elena eleonora elettra elia
eliana eliano elide eligio elio elisa elisabeth elisabetta elisea eliseo elizabeth elmar elmo
eloisa elpidio elsa elvezio elvio elvira ely emanuela emanuele emanuella emerenziana emidio emilia
emiliana emiliano emilio emily emma emmanuel endri enea enio ennio enrica enrichetta enrico enza
enzio enzo eraldo ercole eric erica erich erik erika ermal ermanna ermanno ermelinda ermelindo
ermenegilda ermenegildo ermes ermete erminia erminio ernesta ernestina ernesto ernst eros ersilia
ersilio ersilla esmeralda esteban ester esther etta ettore eufemia eufrasia eugenia eugenio
eusebio eva evaristo evelina evelyn ewa ezia ezio fabia fabiana fabiano fabio fabiola fabiomassimo
fabrizia fabrizio fatima fatmir fausta faustina faustino fausto fedele federica federico fedora
felice felicetta felicia felicino felicita fenisia ferdinanda ferdinando fernanda fernando
ferruccio fiammetta fidenzio filadelfio filiberto filippa filippo filomena fiorella fiorello
fiorenza fiorenzo fiorina fiorino firmino flaminia flaminio flavia flaviana flaviano flavio flora
florian floriana floriano florin fortunata fortunato fosca fosco franca francesca franceschina
francesco franchino francisco franco francois françois frank franz frederic friedrich fritz
fulgenzio fulvia fulvio furio gabriela gabriele gabriella gaetana gaetano gaia galileo gaspare
gastone gaudenzio gavino geltrude gemma genesio gennaro genny genoveffa genti georg george georges
georgiana geraldina geraldine gerard gerarda gerardo gerda geremia gerhard gerlando germana
germano gerolama gerolamina gerolamo gessica gherardo giacinta giacinto giacoma giacomina giacomo
giada giambattista giamberto giammarco giammaria giammario giampaolo giampiero giampietro gian
gianbattista gianbruno giancarla giancarlo gianclaudio giandavide giandomenico gianfausto
gianfilippo gianfranca gianfranco giangiacomo giangiuseppe gianleone gianlorenzo gianluca
gianluigi gianmarco gianmaria gianmario gianmauro gianmichele gianna giannantonio gianneta
giannetto gianni giannina giannino gianpaolo gianpasquale gianpiera gianpiero gianpietro
giansandro gianstefano gianvito gianvittorio gigi gigliola gilberto gilda gildo gilio gina ginetta
ginevra gino gioacchino gioachino giobatta gioconda giordana giordano giorgia giorgina giorgio
giosafatte giosue giosuè giovanbattista giovanna giovannella giovanni giovannina giovita girolama
girolamo gisela gisella giuditta giulia giuliana giuliano giulietta giulio giuseppa giuseppe
giuseppina giuseppino giustina giustino glauco glenda gloria goffredo goran graham grazia graziana
graziano graziella grazietta gregorio greta guadalupe guelfo guendalina guerino guerrina guerrino
guglielma guglielmina guglielmo guia guidalberto guido gunther guy günther halina hannes hans
harald hassan heidi heinrich heinz helen helene helga helmut henri henry herbert hilda hubert
iacopo ian ida igina iginia igino ignacio ignazia ignazio igor ilaria ilario ilda ildebrando
ildefonso ileana ilenia ilir illuminata ilva imelda immacolata incoronata ines ingrid innocenza
ioana iolanda iole ione ionut ippolito irena irene iride irina iris irma irmo isa isabel isabella
isabelle isacco isaia isidora isidoro isolina isotta italo ivaldo ivan ivana ivano ivetta ivo
ivona ivone ivonne jacopo jacqueline jacques jadwiga jakob james jane janet jasmine jasna jason
javier jean jelena jennifer jessica jiri joan joanna joele joelle johann johannes john jolanda
jonathan jorge jose josef joseph josephine josè josé jovan juan judith julie julio jurgen juri
jürgen karen karim karin karl katarzyna kate katherine katia katiuscia katya kevin khadija klaus
krystyna kurt ladislao laerte laila lamberta lamberto lanfranco lara larisa laudomia laura laurent
lauretta lavinia lazzaro lea leandra leandro leda lelio lena leo leonarda leonardo leone leonello
leonia leonida leonilda leonora leonzio leopoldo letizia lia liana liberale liberata liberato
liberio licia lidia lidio ligia lilia liliana liliano lina linda lino lisa lisetta livia liviana
livietta livio liviu lodovica lodovico lodovina loredana loredano lorella lorena lorenza lorenzina
lorenzo lorenzomaria loretta loriano loris louis louise luan luana luc luca luce lucetta luchino
lucia luciana luciano lucie luciella lucilio lucilla lucina lucio lucrezia ludmilla ludovica
ludovico ludwig luigi luigia luigina luigino luis luisa luisella lukas macario maddalena mafalda
magda maggiorino maicol maira malgorzata malvina manfred manfredi manfredo manlio manola manolo
manrico manuel manuela manuele mara marc marcantonio marcella marcelliano marcellina marcellino
marcello marco marcos marek margareth margherita marguerite maria mariacarla mariachiara
mariaconcetta mariacristina mariadele mariaelena mariagrazia marialaura marialina marialuce
marialuisa mariana marianeve mariangela mariangiola marianna mariano mariapia mariarita mariarosa
mariarosaria mariassunta mariastella mariateresa mariavittoria marica marie marielena mariella
marietta marija marika marilena marilisa marilù marina marinella marinetta marino mario mariolina
mariolino marion marisa marisella marisol maristella marita marius mark markus marlene marta
martha martin martina martine martino marusca maruska mary marzena marzia marziale marzio
massimiliana massimiliano massimina massimino massimo mathias matilde matteo matthew matthias
mattia maura maurilia maurilio maurizia maurizio mauro meinhard melania melchiorre melissa melita
mercedes micaela michael michaela michel michela michelangela michelangelo michele michelina
michelle miguel mihaela mihai mikaela milan milena milos milva milvia mina miranda mirca mirco
mirela mirella mirena miriam mirio mirjam mirko mirna mirta mirto mladen modesto mohamed mohammed
moira monia monica monika morena moreno morgana morris nadia nadir nancy narciso natale natalia
natalina natalino natalizia natascia nathalie nazareno nazzarena nazzareno ndricim neera nello
nerea nereo nerina nerino nerio neris nestore neva nevia nevio nicandro niccolò nicholas nicla
nico nicodemo nicola nicolae nicolas nicole nicoletta nicolina nicolino nicolo nicolo' nicolò
nigel nikolaus nilde nina ninfa nino nives noemi nora norberto norina norma novello nunzia
nunziante nunziata nunziatina nunzio oddone odette odilia odino odoardo odorico ofelia ofelio
ognissanti oksana oleg oleksandr olena olga olimpia olimpio olindo oliver olivia olivier oliviero
omar ombretta omero ondina onelia onofrio onorato onorina orazio oreste oretta orfea orfeo oriana
oriano orietta orio orlanda orlando ornella oronza oronzo orsetta orsola orsolina ortensia
ortensio osanna oscar oscarina osea osvaldo oswald otello ottavia ottaviano ottavio ottilia otto
ottorino ovidio pablo pacifico palma palmina palmino palmira palmiro pamela pancrazia pancrazio
pantaleo pantaleone paola paoletta paolina paolino paolo paolomaria paride paris pascal pascale
pasquale pasqualina pasqualino patricia patrick patrizia patrizio paul paula pavel pedro
pellegrino penelope peppino peter petr petra philip philipp philippe pia piera pierangela
pierangelo pierantonia pierantonio piercarlo pierdomenico pierfederico pierfelice pierfrancesco
pierfranco piergiacomo piergiorgio piergiovanni piergiuliano piergiuseppe pierina pierino pierluca
pierluigi piermaria piermario piermassimo piero pierpaolo pierre piersandro pierstefano
piervincenzo piervito pietrangelo pietrina pietro pina pino pinuccia pio piotr placido pompea
pompeo pompilio porfirio prisca priscilla prospero querino quintilia quintino quirina quirino
rachel rachele radu raffaela raffaele raffaella raimonda raimondo rainero ramon ramona raniero
raquel raul razvan rebecca regina regolo reinhold remigio remo remy renata renato rene rené renza
renzino renzo ricardo riccarda riccardo richard rina rinaldo rino rita ritamaria robert roberta
roberto rocco rodolfo roger roland rolando romana romanella romano romeo romilda romina romolo
romualdo ronald rosa rosabianca rosalba rosalda rosalia rosalina rosalinda rosamaria rosamunda
rosangela rosanna rosaria rosario rosarita roselina rosella rosetta rosina rosita rosolina
rosolino rossana rossano rossella rosy ruben rubens rudi rudolf rudy rufino ruggero ruggiero
rupert ruth sabatino sabbatino sabina sabino sabrina saffo sally salomone salvatora salvatore
salvatrice salvina salvino salvo samanta samantha samir samuel samuela samuele samuelle sandra
sandrina sandro santa sante santiago santina santino santo santolo sara sarah saul sauro saverio
savina savino savio scott sebastiana sebastiano secondina selena selene selvaggia sepp serafina
serafino serena serenella sergej sergia sergio serse sestilio settimio severina severino severo
sharon sheila sibilla siegfried sigfrido sigismondo sigrid silvana silvano silvera silverio
silvestra silvestro silvia silvietta silvina silvio simeone simon simona simone simonetta
simonpietro sira sofia sokol solange sonia sonja sophie sossio spartaco stanislao stefan stefana
stefanella stefania stefanina stefano stella stephen steven stojan susan susanna susanne susi susy
svetlana sveva svitlana sylvia sylvie taddeo tamara tancredi tania tarcisio tarquinio tatiana
tatjana tea tecla telemaco telesforo teodolinda teodora teodoro teodosio teofila teofilo terenzio
teresa teresina teresio teresita tersilla tersillo tetyana thea theodor therese thierry thomas
tiberio tilde timoteo timothy tina tino tito tiziana tiziano tobia tolmino tomas tommasa tommasina
tommaso toni tonia tonina tonino tonio torquata torquato tosca tranquilla tranquillo tristano
tullia tullio tulliola ubalda ubaldina ubaldo uberto ugo ugolino ulderico uliana uliano ulisse
ulrich ulrico ulrike umberta umbertina umberto urbano ursula valente valentin valentina valentino
valeria valeriana valeriano valerio valerj valter vanda vanessa vania vanna vanni vasco vasile
velia velleda venanzio venera vera verdiana verena veronica veronika verter vespasiano vezio
victor victoria vidal vidmer vilder vilma vilmer vincenza vincenzamaria vincenzina vincenzino
vincenzo vinicia vinicio viola violante violetta viorel virgilia virgilio virginia virginio virna
visentina vitale vitalia vitaliana vitaliano vitalij vitantonio vito vittore vittoria vittoriana
vittoriano vittorina vittorino vittorio viviana viviano vladimir vladimiro volfango volmer wainer
walfredo wally walter walther waltraud wanda werner wilhelm william willy wilma wilmer wolfgang
xavier xenia yara yari ylenia youssef yuri yvette yvonne zaccaria zaira zefferino zelda zelia
zelinda zena zeno zina zita zoe zoila zoraide zoran
"""

GIVEN_NAMES = frozenset(_GIVEN.split())
"""Given names, lower case, with their accents."""
