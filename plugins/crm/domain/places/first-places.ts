/**
 * The places that every installation begins with: towns, and the areas that the first signs of a
 * postcode stand for. Written for this product from general knowledge, to about 5 km; a line is a town,
 * its degrees (latitude first), the beginnings of its postcodes and its region. An agency that needs
 * streets brings a finer table in.
 */
const listed: Readonly<Record<string, string>> = {
  US: `
New York|40.71,-74.01|100-102|NY
Staten Island|40.58,-74.15|103|NY
Bronx|40.85,-73.87|104|NY
White Plains|41.03,-73.76|105-108|NY
Suffern|41.11,-74.15|109|NY
Queens|40.73,-73.79|110 111 113 114 116|NY
Brooklyn|40.65,-73.95|112|NY
Hempstead|40.71,-73.62|115|NY
Hauppauge|40.82,-73.2|117-118|NY
Riverhead|40.92,-72.66|119|NY
Albany|42.65,-73.76|120-122|NY
Schenectady|42.81,-73.94|123|NY
Kingston|41.93,-74|124|NY
Poughkeepsie|41.7,-73.92|125-126|NY
Monticello|41.66,-74.69|127|NY
Glens Falls|43.31,-73.64|128|NY
Plattsburgh|44.7,-73.45|129|NY
Syracuse|43.05,-76.15|130-132|NY
Utica|43.1,-75.23|133-135|NY
Watertown|43.97,-75.91|136|NY
Binghamton|42.1,-75.91|137-139|NY
Buffalo|42.89,-78.88|140-143|NY
Rochester|43.16,-77.61|144-146|NY
Jamestown|42.1,-79.24|147|NY
Elmira|42.09,-76.81|148-149|NY
San Juan|18.47,-66.11|006-009|PR
Springfield|42.1,-72.59|010-011|MA
Pittsfield|42.45,-73.25|012|MA
Greenfield|42.59,-72.6|013|MA
Fitchburg|42.58,-71.8|014|MA
Worcester|42.26,-71.8|015-016|MA
Framingham|42.28,-71.42|017|MA
Lowell|42.63,-71.32|018|MA
Lynn|42.47,-70.95|019|MA
Brockton|42.08,-71.02|020 023|MA
Boston|42.36,-71.06|021-022|MA
Waltham|42.38,-71.24|024|MA
Hyannis|41.65,-70.28|025-026|MA
New Bedford|41.64,-70.93|027|MA
Providence|41.82,-71.41|028-029|RI
Manchester|42.99,-71.46|030-031|NH
Concord|43.21,-71.54|032-033|NH
Keene|42.93,-72.28|034|NH
Littleton|44.31,-71.77|035|NH
Claremont|43.38,-72.35|036|NH
Lebanon|43.64,-72.25|037|NH
Portsmouth|43.07,-70.76|038|NH
Portland|43.66,-70.26|039-041|ME
Lewiston|44.1,-70.21|042|ME
Augusta|44.31,-69.78|043|ME
Bangor|44.8,-68.77|044 046|ME
Bath|43.91,-69.82|045|ME
Presque Isle|46.68,-68.02|047|ME
Rockland|44.1,-69.11|048|ME
Waterville|44.55,-69.63|049|ME
White River Junction|43.65,-72.32|050|VT
Bellows Falls|43.13,-72.44|051|VT
Bennington|42.88,-73.2|052|VT
Brattleboro|42.85,-72.56|053|VT
Burlington|44.48,-73.21|054|VT
Montpelier|44.26,-72.58|056|VT
Rutland|43.61,-72.97|057|VT
St Johnsbury|44.42,-72.02|058-059|VT
Hartford|41.76,-72.68|060-061|CT
Willimantic|41.71,-72.21|062|CT
New London|41.36,-72.1|063|CT
New Haven|41.31,-72.93|064-065|CT
Bridgeport|41.18,-73.19|066|CT
Waterbury|41.56,-73.05|067|CT
Stamford|41.05,-73.54|068-069|CT
Newark|40.74,-74.17|070-071|NJ
Elizabeth|40.66,-74.21|072|NJ
Jersey City|40.73,-74.08|073|NJ
Paterson|40.92,-74.17|074-075|NJ
Hackensack|40.89,-74.04|076|NJ
Red Bank|40.35,-74.06|077|NJ
Dover|40.88,-74.56|078|NJ
Summit|40.72,-74.36|079|NJ
Cherry Hill|39.93,-75.03|080|NJ
Camden|39.94,-75.12|081|NJ
Atlantic City|39.36,-74.42|082 084|NJ
Vineland|39.49,-75.03|083|NJ
Trenton|40.22,-74.76|085-086|NJ
Lakewood|40.08,-74.21|087|NJ
New Brunswick|40.49,-74.45|088-089|NJ
Pittsburgh|40.44,-80|150-152|PA
Washington|40.17,-80.25|153|PA
Uniontown|39.9,-79.72|154|PA
Somerset|40.01,-79.08|155|PA
Greensburg|40.3,-79.54|156|PA
Indiana|40.62,-79.15|157|PA
DuBois|41.12,-78.76|158|PA
Johnstown|40.33,-78.92|159|PA
Butler|40.86,-79.9|160|PA
New Castle|41,-80.35|161|PA
Kittanning|40.82,-79.52|162|PA
Oil City|41.43,-79.71|163|PA
Erie|42.13,-80.09|164-165|PA
Altoona|40.52,-78.39|166|PA
Bradford|41.96,-78.64|167|PA
State College|40.79,-77.86|168|PA
Wellsboro|41.75,-77.3|169|PA
Harrisburg|40.27,-76.88|170-171|PA
Chambersburg|39.94,-77.66|172|PA
York|39.96,-76.73|173-174|PA
Lancaster|40.04,-76.31|175-176|PA
Williamsport|41.24,-77|177|PA
Sunbury|40.86,-76.79|178|PA
Pottsville|40.69,-76.2|179|PA
Allentown|40.6,-75.49|180-181|PA
Hazleton|40.96,-75.97|182|PA
East Stroudsburg|41,-75.18|183|PA
Scranton|41.41,-75.66|184-185|PA
Wilkes-Barre|41.25,-75.88|186-187|PA
Montrose|41.83,-75.88|188|PA
Doylestown|40.31,-75.13|189|PA
Philadelphia|39.95,-75.17|190-192|PA
West Chester|39.96,-75.61|193|PA
Norristown|40.12,-75.34|194|PA
Reading|40.34,-75.93|195-196|PA
Wilmington|39.75,-75.55|197-198|DE
Dover|39.16,-75.52|199|DE
Washington|38.91,-77.04|200 202-205|DC
Dulles|38.95,-77.45|201|VA
Waldorf|38.62,-76.94|206|MD
Laurel|39.1,-76.85|207|MD
Bethesda|38.98,-77.1|208|MD
Silver Spring|38.99,-77.03|209|MD
Glen Burnie|39.16,-76.62|210-211|MD
Baltimore|39.29,-76.61|212|MD
Annapolis|38.98,-76.49|214|MD
Cumberland|39.65,-78.76|215|MD
Easton|38.77,-76.08|216|MD
Frederick|39.41,-77.41|217|MD
Salisbury|38.36,-75.6|218|MD
Elkton|39.61,-75.83|219|MD
Fairfax|38.85,-77.31|220-221|VA
Arlington|38.88,-77.1|222|VA
Alexandria|38.8,-77.05|223|VA
Fredericksburg|38.3,-77.46|224-225|VA
Winchester|39.19,-78.16|226|VA
Culpeper|38.47,-78|227|VA
Harrisonburg|38.45,-78.87|228|VA
Charlottesville|38.03,-78.48|229|VA
Richmond|37.54,-77.44|230-232 238|VA
Norfolk|36.85,-76.29|233-235|VA
Newport News|37.09,-76.47|236|VA
Portsmouth|36.84,-76.3|237|VA
Farmville|37.3,-78.39|239|VA
Roanoke|37.27,-79.94|240-241|VA
Bristol|36.6,-82.19|242|VA
Pulaski|37.05,-80.78|243|VA
Staunton|38.15,-79.07|244|VA
Lynchburg|37.41,-79.14|245|VA
Bluefield|37.25,-81.27|246|VA
Bluefield|37.27,-81.22|247-248|WV
Lewisburg|37.8,-80.45|249|WV
Charleston|38.35,-81.63|250-253|WV
Martinsburg|39.46,-77.96|254|WV
Huntington|38.42,-82.45|255-257|WV
Beckley|37.78,-81.19|258-259|WV
Wheeling|40.06,-80.72|260|WV
Parkersburg|39.27,-81.56|261|WV
Clarksburg|39.28,-80.34|262-264|WV
Morgantown|39.63,-79.96|265|WV
Gassaway|38.67,-80.77|266|WV
Romney|39.34,-78.76|267|WV
Petersburg|38.99,-79.12|268|WV
Winston-Salem|36.1,-80.24|270-271|NC
Greensboro|36.07,-79.79|272-274|NC
Raleigh|35.78,-78.64|275-276|NC
Durham|35.99,-78.9|277|NC
Rocky Mount|35.94,-77.8|278|NC
Elizabeth City|36.3,-76.22|279|NC
Gastonia|35.26,-81.19|280|NC
Charlotte|35.23,-80.84|281-282|NC
Fayetteville|35.05,-78.88|283|NC
Wilmington|34.23,-77.94|284|NC
Jacksonville|34.75,-77.43|285|NC
Hickory|35.73,-81.34|286|NC
Asheville|35.6,-82.55|287-289|NC
Columbia|34,-81.03|290-292|SC
Spartanburg|34.95,-81.93|293|SC
Charleston|32.78,-79.93|294|SC
Florence|34.2,-79.76|295|SC
Greenville|34.85,-82.4|296|SC
Rock Hill|34.92,-81.03|297|SC
Aiken|33.56,-81.72|298|SC
Beaufort|32.43,-80.67|299|SC
Atlanta|33.75,-84.39|300-303 311|GA
Swainsboro|32.6,-82.33|304|GA
Gainesville|34.3,-83.82|305|GA
Athens|33.96,-83.38|306|GA
Dalton|34.77,-84.97|307|GA
Augusta|33.47,-81.97|308-309|GA
Macon|32.84,-83.63|310 312|GA
Savannah|32.08,-81.09|313-314|GA
Waycross|31.21,-82.35|315|GA
Valdosta|30.83,-83.28|316|GA
Albany|31.58,-84.16|317 398|GA
Columbus|32.46,-84.99|318-319|GA
Jacksonville|30.33,-81.66|320 322|FL
Daytona Beach|29.21,-81.02|321|FL
Tallahassee|30.44,-84.28|323|FL
Panama City|30.16,-85.66|324|FL
Pensacola|30.42,-87.22|325|FL
Gainesville|29.65,-82.32|326|FL
Sanford|28.8,-81.27|327|FL
Orlando|28.54,-81.38|328|FL
Melbourne|28.08,-80.61|329|FL
Fort Lauderdale|26.12,-80.14|330 333|FL
Miami|25.76,-80.19|331-332|FL
West Palm Beach|26.71,-80.05|334|FL
Tampa|27.95,-82.46|335-336|FL
St Petersburg|27.77,-82.64|337|FL
Lakeland|28.04,-81.95|338|FL
Fort Myers|26.64,-81.87|339|FL
Naples|26.14,-81.79|341|FL
Sarasota|27.34,-82.53|342|FL
Ocala|29.19,-82.14|344|FL
Spring Hill|28.48,-82.53|346|FL
Kissimmee|28.29,-81.41|347|FL
Fort Pierce|27.45,-80.33|349|FL
Birmingham|33.52,-86.8|350-352|AL
Tuscaloosa|33.21,-87.57|354|AL
Jasper|33.83,-87.28|355|AL
Huntsville|34.73,-86.59|356-358|AL
Gadsden|34.01,-86.01|359|AL
Montgomery|32.37,-86.3|360-361|AL
Anniston|33.66,-85.83|362|AL
Dothan|31.22,-85.39|363|AL
Evergreen|31.43,-86.96|364|AL
Mobile|30.69,-88.04|365-366|AL
Selma|32.41,-87.02|367|AL
Auburn|32.61,-85.48|368|AL
Nashville|36.16,-86.78|370-372|TN
Chattanooga|35.05,-85.31|373-374|TN
Memphis|35.15,-90.05|375 380-381|TN
Johnson City|36.31,-82.35|376|TN
Knoxville|35.96,-83.92|377-379|TN
McKenzie|36.13,-88.52|382|TN
Jackson|35.61,-88.81|383|TN
Columbia|35.62,-87.04|384|TN
Cookeville|36.16,-85.5|385|TN
Oxford|34.37,-89.52|386|MS
Greenville|33.41,-91.06|387|MS
Tupelo|34.26,-88.7|388|MS
Grenada|33.77,-89.81|389|MS
Jackson|32.3,-90.18|390-392|MS
Meridian|32.36,-88.7|369 393|MS
Hattiesburg|31.33,-89.29|394|MS
Gulfport|30.37,-89.09|395|MS
McComb|31.24,-90.45|396|MS
Columbus|33.5,-88.43|397|MS
Louisville|38.25,-85.76|400-402|KY
Lexington|38.04,-84.5|403-405|KY
Frankfort|38.2,-84.87|406|KY
London|37.13,-84.08|407-409|KY
Covington|39.08,-84.51|410|KY
Ashland|38.48,-82.64|411-412|KY
Campton|37.73,-83.55|413-414|KY
Pikeville|37.48,-82.52|415-416|KY
Hazard|37.25,-83.19|417-418|KY
Paducah|37.08,-88.6|420|KY
Bowling Green|36.99,-86.44|421-422|KY
Owensboro|37.77,-87.11|423|KY
Henderson|37.84,-87.59|424|KY
Somerset|37.09,-84.6|425-426|KY
Elizabethtown|37.7,-85.86|427|KY
Columbus|39.96,-83|430-432|OH
Marion|40.59,-83.13|433|OH
Toledo|41.65,-83.54|434-436|OH
Zanesville|39.94,-82.01|437-438|OH
Steubenville|40.37,-80.63|439|OH
Cleveland|41.5,-81.69|440-441|OH
Akron|41.08,-81.52|442-443|OH
Youngstown|41.1,-80.65|444-445|OH
Canton|40.8,-81.38|446-447|OH
Mansfield|40.76,-82.52|448-449|OH
Hamilton|39.4,-84.56|450|OH
Cincinnati|39.1,-84.51|451-452 459|OH
Dayton|39.76,-84.19|453-455|OH
Chillicothe|39.33,-82.98|456|OH
Athens|39.33,-82.1|457|OH
Lima|40.74,-84.11|458|OH
Indianapolis|39.77,-86.16|460-462|IN
Gary|41.59,-87.35|463-464|IN
South Bend|41.68,-86.25|465-466|IN
Fort Wayne|41.08,-85.14|467-468|IN
Kokomo|40.49,-86.13|469|IN
Lawrenceburg|39.09,-84.85|470|IN
New Albany|38.29,-85.82|471|IN
Columbus|39.2,-85.92|472|IN
Muncie|40.19,-85.39|473|IN
Bloomington|39.17,-86.53|474|IN
Washington|38.66,-87.17|475|IN
Evansville|37.97,-87.57|476-477|IN
Terre Haute|39.47,-87.41|478|IN
Lafayette|40.42,-86.89|479|IN
Troy|42.58,-83.14|480|MI
Detroit|42.33,-83.05|481-482|MI
Pontiac|42.64,-83.29|483|MI
Flint|43.01,-83.69|484-485|MI
Saginaw|43.42,-83.95|486-487|MI
Lansing|42.73,-84.56|488-489|MI
Kalamazoo|42.29,-85.59|490-491|MI
Jackson|42.25,-84.4|492|MI
Grand Rapids|42.96,-85.67|493-495|MI
Traverse City|44.76,-85.62|496|MI
Gaylord|45.03,-84.67|497|MI
Iron Mountain|45.82,-88.07|498-499|MI
Des Moines|41.59,-93.62|500-503 509|IA
Mason City|43.15,-93.2|504|IA
Fort Dodge|42.5,-94.17|505|IA
Waterloo|42.49,-92.34|506-507|IA
Creston|41.06,-94.36|508|IA
Sioux City|42.5,-96.4|510-511|IA
Sheldon|43.18,-95.86|512|IA
Spencer|43.14,-95.14|513|IA
Carroll|42.07,-94.87|514|IA
Council Bluffs|41.26,-95.86|515|IA
Shenandoah|40.77,-95.37|516|IA
Dubuque|42.5,-90.66|520|IA
Decorah|43.3,-91.79|521|IA
Cedar Rapids|41.98,-91.67|522-524|IA
Ottumwa|41.02,-92.41|525|IA
Burlington|40.81,-91.11|526|IA
Davenport|41.52,-90.58|527-528|IA
Milwaukee|43.04,-87.91|530-532|WI
Racine|42.73,-87.78|534|WI
Madison|43.07,-89.4|535 537-538|WI
Portage|43.54,-89.46|539|WI
New Richmond|45.12,-92.54|540|WI
Green Bay|44.51,-88.01|541-543|WI
Wausau|44.96,-89.63|544|WI
Rhinelander|45.64,-89.41|545|WI
La Crosse|43.8,-91.24|546|WI
Eau Claire|44.81,-91.5|547|WI
Spooner|45.82,-91.89|548|WI
Oshkosh|44.02,-88.54|549|WI
St Paul|44.95,-93.09|550-551|MN
Minneapolis|44.98,-93.27|553-555|MN
Duluth|46.79,-92.1|556-558|MN
Rochester|44.02,-92.46|559|MN
Mankato|44.16,-94|560|MN
Windom|43.87,-95.12|561|MN
Willmar|45.12,-95.04|562|MN
St Cloud|45.56,-94.16|563|MN
Brainerd|46.36,-94.2|564|MN
Detroit Lakes|46.82,-95.85|565|MN
Bemidji|47.47,-94.88|566|MN
Thief River Falls|48.12,-96.18|567|MN
Sioux Falls|43.55,-96.73|570-571|SD
Watertown|44.9,-97.11|572|SD
Mitchell|43.71,-98.03|573|SD
Aberdeen|45.46,-98.49|574|SD
Pierre|44.37,-100.35|575|SD
Mobridge|45.54,-100.43|576|SD
Rapid City|44.08,-103.23|577|SD
Fargo|46.88,-96.79|580-581|ND
Grand Forks|47.93,-97.03|582|ND
Devils Lake|48.11,-98.86|583|ND
Jamestown|46.91,-98.71|584|ND
Bismarck|46.81,-100.78|585|ND
Dickinson|46.88,-102.79|586|ND
Minot|48.23,-101.3|587|ND
Williston|48.15,-103.62|588|ND
Billings|45.78,-108.5|590-591|MT
Wolf Point|48.09,-105.64|592|MT
Miles City|46.41,-105.84|593|MT
Great Falls|47.51,-111.3|594|MT
Havre|48.55,-109.68|595|MT
Helena|46.59,-112.04|596|MT
Butte|46,-112.53|597|MT
Missoula|46.87,-113.99|598|MT
Kalispell|48.2,-114.31|599|MT
Palatine|42.11,-88.03|600|IL
Elgin|42.04,-88.28|601|IL
Evanston|42.05,-87.69|602|IL
Oak Park|41.89,-87.78|603|IL
Joliet|41.53,-88.08|604|IL
Aurora|41.76,-88.32|605|IL
Chicago|41.88,-87.63|606-608|IL
Kankakee|41.12,-87.86|609|IL
Rockford|42.27,-89.09|610-611|IL
Rock Island|41.51,-90.58|612|IL
La Salle|41.33,-89.09|613|IL
Galesburg|40.95,-90.37|614|IL
Peoria|40.69,-89.59|615-616|IL
Bloomington|40.48,-88.99|617|IL
Champaign|40.12,-88.24|618-619|IL
East St Louis|38.62,-90.15|620-622|IL
Quincy|39.94,-91.41|623|IL
Effingham|39.12,-88.54|624|IL
Springfield|39.78,-89.65|625-627|IL
Centralia|38.53,-89.13|628|IL
Carbondale|37.73,-89.22|629|IL
St Louis|38.63,-90.2|630-631 633|MO
Hannibal|39.71,-91.36|634|MO
Kirksville|40.19,-92.58|635|MO
Farmington|37.78,-90.42|636|MO
Cape Girardeau|37.31,-89.52|637|MO
Sikeston|36.88,-89.59|638|MO
Poplar Bluff|36.76,-90.39|639|MO
Kansas City|39.1,-94.58|640-641|MO
St Joseph|39.77,-94.85|644-645|MO
Chillicothe|39.8,-93.55|646|MO
Harrisonville|38.65,-94.35|647|MO
Joplin|37.08,-94.51|648|MO
Jefferson City|38.58,-92.17|650-651|MO
Columbia|38.95,-92.33|652|MO
Sedalia|38.7,-93.23|653|MO
Rolla|37.95,-91.77|654-655|MO
Springfield|37.21,-93.29|656-658|MO
Kansas City|39.11,-94.63|660-661|KS
Overland Park|38.98,-94.67|662|KS
Topeka|39.05,-95.68|664-666|KS
Fort Scott|37.84,-94.71|667|KS
Emporia|38.4,-96.18|668|KS
Belleville|39.82,-97.63|669|KS
Wichita|37.69,-97.34|670-672|KS
Independence|37.22,-95.71|673|KS
Salina|38.84,-97.61|674|KS
Hutchinson|38.06,-97.93|675|KS
Hays|38.88,-99.33|676|KS
Colby|39.4,-101.05|677|KS
Dodge City|37.75,-100.02|678|KS
Liberal|37.04,-100.92|679|KS
Omaha|41.26,-95.94|680-681|NE
Lincoln|40.81,-96.68|683-685|NE
Columbus|41.43,-97.37|686|NE
Norfolk|42.03,-97.42|687|NE
Grand Island|40.93,-98.34|688|NE
Hastings|40.59,-98.39|689|NE
McCook|40.2,-100.63|690|NE
North Platte|41.12,-100.77|691|NE
Valentine|42.87,-100.55|692|NE
Alliance|42.1,-102.87|693|NE
Metairie|29.98,-90.15|700|LA
New Orleans|29.95,-90.07|701|LA
Thibodaux|29.8,-90.82|703|LA
Hammond|30.5,-90.46|704|LA
Lafayette|30.22,-92.02|705|LA
Lake Charles|30.23,-93.22|706|LA
Baton Rouge|30.45,-91.19|707-708|LA
Shreveport|32.53,-93.75|710-711|LA
Monroe|32.51,-92.12|712|LA
Alexandria|31.31,-92.45|713-714|LA
Pine Bluff|34.23,-92|716|AR
Camden|33.58,-92.83|717|AR
Texarkana|33.44,-94.04|718|AR
Hot Springs|34.5,-93.06|719|AR
Little Rock|34.75,-92.29|720-722|AR
West Memphis|35.15,-90.18|723|AR
Jonesboro|35.84,-90.7|724|AR
Batesville|35.77,-91.64|725|AR
Harrison|36.23,-93.11|726|AR
Fayetteville|36.06,-94.16|727|AR
Russellville|35.28,-93.13|728|AR
Fort Smith|35.39,-94.4|729|AR
Oklahoma City|35.47,-97.52|730-731|OK
Ardmore|34.17,-97.14|734|OK
Lawton|34.6,-98.4|735|OK
Clinton|35.52,-98.97|736|OK
Enid|36.4,-97.88|737|OK
Woodward|36.43,-99.39|738|OK
Guymon|36.68,-101.48|739|OK
Tulsa|36.15,-95.99|740-741 743|OK
Muskogee|35.75,-95.37|744|OK
McAlester|34.93,-95.77|745|OK
Ponca City|36.71,-97.09|746|OK
Durant|33.99,-96.37|747|OK
Shawnee|35.33,-96.93|748|OK
Poteau|35.05,-94.62|749|OK
Plano|33.02,-96.7|750|TX
Dallas|32.78,-96.8|751-753|TX
Greenville|33.14,-96.11|754|TX
Texarkana|33.43,-94.05|755|TX
Longview|32.5,-94.74|756|TX
Tyler|32.35,-95.3|757|TX
Palestine|31.76,-95.63|758|TX
Lufkin|31.34,-94.73|759|TX
Fort Worth|32.76,-97.33|760-761|TX
Denton|33.21,-97.13|762|TX
Wichita Falls|33.91,-98.49|763|TX
Stephenville|32.22,-98.2|764|TX
Temple|31.1,-97.34|765|TX
Waco|31.55,-97.15|766-767|TX
Brownwood|31.71,-98.99|768|TX
San Angelo|31.46,-100.44|769|TX
Houston|29.76,-95.37|770-772|TX
Conroe|30.31,-95.46|773|TX
Richmond|29.58,-95.76|774|TX
Pasadena|29.69,-95.21|775|TX
Beaumont|30.08,-94.13|776-777|TX
Bryan|30.67,-96.37|778|TX
Victoria|28.81,-97|779|TX
San Antonio|29.42,-98.49|780-782|TX
Corpus Christi|27.8,-97.4|783-784|TX
McAllen|26.2,-98.23|785|TX
Austin|30.27,-97.74|786-787 789|TX
Uvalde|29.21,-99.79|788|TX
Amarillo|35.22,-101.83|790-791|TX
Childress|34.43,-100.2|792|TX
Lubbock|33.58,-101.86|793-794|TX
Abilene|32.45,-99.73|795-796|TX
Midland|32,-102.08|797|TX
El Paso|31.76,-106.49|798-799 885|TX
Denver|39.74,-104.99|800-802|CO
Boulder|40.01,-105.27|803|CO
Golden|39.76,-105.22|804|CO
Fort Collins|40.59,-105.08|805|CO
Greeley|40.42,-104.71|806|CO
Fort Morgan|40.25,-103.8|807|CO
Colorado Springs|38.83,-104.82|808-809|CO
Pueblo|38.25,-104.61|810|CO
Alamosa|37.47,-105.87|811|CO
Salida|38.53,-106|812|CO
Durango|37.28,-107.88|813|CO
Montrose|38.48,-107.88|814|CO
Grand Junction|39.06,-108.55|815|CO
Glenwood Springs|39.55,-107.32|816|CO
Cheyenne|41.14,-104.82|820|WY
Yellowstone|44.46,-110.83|821|WY
Wheatland|42.05,-104.95|822|WY
Rawlins|41.79,-107.24|823|WY
Worland|44.02,-107.96|824|WY
Riverton|43.02,-108.38|825|WY
Casper|42.85,-106.33|826|WY
Gillette|44.29,-105.5|827|WY
Sheridan|44.8,-106.96|828|WY
Rock Springs|41.59,-109.2|829-831|WY
Pocatello|42.87,-112.45|832|ID
Twin Falls|42.56,-114.46|833|ID
Idaho Falls|43.49,-112.03|834|ID
Lewiston|46.42,-117.02|835|ID
Boise|43.62,-116.2|836-837|ID
Coeur d’Alene|47.68,-116.78|838|ID
Salt Lake City|40.76,-111.89|840-841|UT
Ogden|41.22,-111.97|843-844|UT
Provo|40.23,-111.66|845-846|UT
St George|37.1,-113.58|847|UT
Phoenix|33.45,-112.07|850-851|AZ
Mesa|33.42,-111.83|852|AZ
Glendale|33.54,-112.19|853|AZ
Globe|33.39,-110.79|855|AZ
Tucson|32.22,-110.97|856-857|AZ
Show Low|34.25,-110.03|859|AZ
Flagstaff|35.2,-111.65|860|AZ
Prescott|34.54,-112.47|863|AZ
Kingman|35.19,-114.05|864|AZ
Window Rock|35.68,-109.05|865|AZ
Albuquerque|35.08,-106.65|870-871|NM
Gallup|35.53,-108.74|873|NM
Farmington|36.73,-108.22|874|NM
Santa Fe|35.69,-105.94|875|NM
Las Vegas|35.59,-105.22|877|NM
Socorro|34.06,-106.89|878|NM
Truth or Consequences|33.13,-107.25|879|NM
Las Cruces|32.31,-106.78|880|NM
Clovis|34.4,-103.21|881|NM
Roswell|33.39,-104.52|882|NM
Alamogordo|32.9,-105.96|883|NM
Tucumcari|35.17,-103.73|884|NM
Las Vegas|36.17,-115.14|889-891|NV
Ely|39.25,-114.89|893|NV
Reno|39.53,-119.81|894-895|NV
Carson City|39.16,-119.77|897|NV
Elko|40.83,-115.76|898|NV
Los Angeles|34.05,-118.24|900-901|CA
Inglewood|33.96,-118.35|902-903|CA
Santa Monica|34.02,-118.49|904|CA
Torrance|33.84,-118.34|905|CA
Whittier|33.98,-118.03|906|CA
Long Beach|33.77,-118.19|907-908|CA
Pasadena|34.15,-118.14|910-911|CA
Glendale|34.14,-118.25|912|CA
Van Nuys|34.19,-118.45|913-914|CA
Burbank|34.18,-118.31|915|CA
North Hollywood|34.17,-118.38|916|CA
Pomona|34.06,-117.75|917-918|CA
San Diego|32.72,-117.16|919 921|CA
Escondido|33.12,-117.09|920|CA
Palm Springs|33.83,-116.55|922|CA
San Bernardino|34.11,-117.29|923-924|CA
Riverside|33.95,-117.4|925|CA
Irvine|33.68,-117.83|926|CA
Santa Ana|33.75,-117.87|927|CA
Anaheim|33.84,-117.91|928|CA
Ventura|34.27,-119.23|930|CA
Santa Barbara|34.42,-119.7|931|CA
Bakersfield|35.37,-119.02|932-933|CA
Santa Maria|34.95,-120.44|934|CA
Lancaster|34.7,-118.14|935|CA
Fresno|36.74,-119.79|936-938|CA
Salinas|36.68,-121.66|939|CA
Redwood City|37.49,-122.24|940|CA
San Francisco|37.77,-122.42|941|CA
Sacramento|38.58,-121.49|942 956-958|CA
Palo Alto|37.44,-122.14|943|CA
San Mateo|37.56,-122.32|944|CA
Concord|37.98,-122.03|945|CA
Oakland|37.8,-122.27|946|CA
Berkeley|37.87,-122.27|947|CA
Richmond|37.94,-122.35|948|CA
San Rafael|37.97,-122.53|949|CA
San Jose|37.34,-121.89|950-951|CA
Stockton|37.96,-121.29|952|CA
Modesto|37.64,-121|953|CA
Santa Rosa|38.44,-122.71|954|CA
Eureka|40.8,-124.16|955|CA
Chico|39.73,-121.84|959|CA
Redding|40.59,-122.39|960|CA
Truckee|39.33,-120.18|961|CA
Honolulu|21.31,-157.86|967-968|HI
Portland|45.52,-122.68|970-972|OR
Salem|44.94,-123.04|973|OR
Eugene|44.05,-123.09|974|OR
Medford|42.33,-122.88|975|OR
Klamath Falls|42.22,-121.78|976|OR
Bend|44.06,-121.31|977|OR
Pendleton|45.67,-118.79|978|OR
Ontario|44.03,-116.96|979|OR
Bellevue|47.61,-122.2|980|WA
Seattle|47.61,-122.33|981|WA
Everett|47.98,-122.2|982|WA
Tacoma|47.25,-122.44|983-984|WA
Olympia|47.04,-122.9|985|WA
Vancouver|45.64,-122.66|986|WA
Wenatchee|47.42,-120.31|988|WA
Yakima|46.6,-120.51|989|WA
Spokane|47.66,-117.43|990-992|WA
Pasco|46.24,-119.1|993|WA
Clarkston|46.42,-117.05|994|WA
Anchorage|61.22,-149.9|995-996|AK
Fairbanks|64.84,-147.72|997|AK
Juneau|58.3,-134.42|998|AK
Ketchikan|55.34,-131.65|999|AK`,
  GB: `
London|51.507,-0.128||
Aberdeen|57.15,-2.11|AB|
St Albans|51.75,-0.34|AL|
Birmingham|52.48,-1.9|B|
Bath|51.38,-2.36|BA|
Blackburn|53.75,-2.48|BB|
Bradford|53.79,-1.75|BD|
Bournemouth|50.72,-1.88|BH|
Bolton|53.58,-2.43|BL|
Brighton|50.83,-0.14|BN|
Bromley|51.41,0.02|BR|
Bristol|51.45,-2.59|BS|
Belfast|54.6,-5.93|BT|
Carlisle|54.89,-2.94|CA|
Cambridge|52.21,0.12|CB|
Cardiff|51.48,-3.18|CF|
Chester|53.19,-2.89|CH|
Chelmsford|51.74,0.48|CM|
Colchester|51.89,0.9|CO|
Croydon|51.37,-0.1|CR|
Canterbury|51.28,1.08|CT|
Coventry|52.41,-1.51|CV|
Crewe|53.1,-2.44|CW|
Dartford|51.45,0.22|DA|
Dundee|56.46,-2.97|DD|
Derby|52.92,-1.48|DE|
Dumfries|55.07,-3.61|DG|
Durham|54.78,-1.57|DH|
Darlington|54.52,-1.55|DL|
Doncaster|53.52,-1.13|DN|
Dorchester|50.71,-2.44|DT|
Dudley|52.51,-2.09|DY|
East London|51.53,-0.03|E|
City of London|51.52,-0.09|EC|
Edinburgh|55.95,-3.19|EH|
Enfield|51.65,-0.08|EN|
Exeter|50.72,-3.53|EX|
Falkirk|56,-3.78|FK|
Blackpool|53.82,-3.05|FY|
Glasgow|55.86,-4.25|G|
Gloucester|51.86,-2.24|GL|
Guildford|51.24,-0.57|GU|
Harrow|51.58,-0.33|HA|
Huddersfield|53.65,-1.78|HD|
Harrogate|53.99,-1.54|HG|
Hemel Hempstead|51.75,-0.47|HP|
Hereford|52.06,-2.72|HR|
Stornoway|58.21,-6.39|HS|
Hull|53.74,-0.34|HU|
Halifax|53.73,-1.86|HX|
Ilford|51.56,0.07|IG|
Ipswich|52.06,1.16|IP|
Inverness|57.48,-4.22|IV|
Kilmarnock|55.61,-4.5|KA|
Kingston upon Thames|51.41,-0.3|KT|
Kirkwall|58.98,-2.96|KW|
Kirkcaldy|56.11,-3.16|KY|
Liverpool|53.41,-2.98|L|
Lancaster|54.05,-2.8|LA|
Llandrindod Wells|52.24,-3.38|LD|
Leicester|52.63,-1.13|LE|
Llandudno|53.32,-3.83|LL|
Lincoln|53.23,-0.54|LN|
Leeds|53.8,-1.55|LS|
Luton|51.88,-0.42|LU|
Manchester|53.48,-2.24|M|
Rochester|51.39,0.5|ME|
Milton Keynes|52.04,-0.76|MK|
Motherwell|55.79,-3.99|ML|
North London|51.57,-0.11|N|
Newcastle upon Tyne|54.98,-1.61|NE|
Nottingham|52.95,-1.15|NG|
Northampton|52.24,-0.9|NN|
Newport|51.58,-3|NP|
Norwich|52.63,1.3|NR|
North West London|51.55,-0.18|NW|
Oldham|53.54,-2.11|OL|
Oxford|51.75,-1.26|OX|
Paisley|55.85,-4.42|PA|
Peterborough|52.57,-0.24|PE|
Perth|56.4,-3.44|PH|
Plymouth|50.38,-4.14|PL|
Portsmouth|50.8,-1.09|PO|
Preston|53.76,-2.7|PR|
Reading|51.45,-0.97|RG|
Redhill|51.24,-0.17|RH|
Romford|51.58,0.18|RM|
Sheffield|53.38,-1.47|S|
Swansea|51.62,-3.94|SA|
South East London|51.47,-0.06|SE|
Stevenage|51.9,-0.2|SG|
Stockport|53.41,-2.16|SK|
Slough|51.51,-0.59|SL|
Sutton|51.36,-0.19|SM|
Swindon|51.56,-1.78|SN|
Southampton|50.91,-1.4|SO|
Salisbury|51.07,-1.79|SP|
Sunderland|54.91,-1.38|SR|
Southend-on-Sea|51.54,0.71|SS|
Stoke-on-Trent|53,-2.18|ST|
South West London|51.46,-0.17|SW|
Shrewsbury|52.71,-2.75|SY|
Taunton|51.02,-3.1|TA|
Galashiels|55.61,-2.81|TD|
Telford|52.68,-2.45|TF|
Tonbridge|51.2,0.27|TN|
Torquay|50.46,-3.53|TQ|
Truro|50.26,-5.05|TR|
Middlesbrough|54.57,-1.24|TS|
Twickenham|51.45,-0.34|TW|
Uxbridge|51.54,-0.48|UB|
West London|51.51,-0.2|W|
Warrington|53.39,-2.6|WA|
Westminster|51.5,-0.13|SW1|
Holborn|51.52,-0.12|WC|
Watford|51.66,-0.4|WD|
Wakefield|53.68,-1.5|WF|
Wigan|53.55,-2.63|WN|
Worcester|52.19,-2.22|WR|
Walsall|52.59,-1.98|WS|
Wolverhampton|52.59,-2.13|WV|
York|53.96,-1.08|YO|
Lerwick|60.15,-1.15|ZE|`,
  DE: `
Dresden|51.05,13.74|01|
Bautzen|51.18,14.43|02|
Cottbus|51.76,14.33|03|
Leipzig|51.34,12.37|04|
Halle|51.48,11.97|06|
Jena|50.93,11.59|07|
Zwickau|50.72,12.49|08|
Chemnitz|50.83,12.92|09|
Berlin|52.52,13.4|10-13|
Potsdam|52.4,13.06|14|
Frankfurt (Oder)|52.34,14.55|15|
Eberswalde|52.83,13.82|16|
Neubrandenburg|53.56,13.26|17|
Rostock|54.09,12.1|18|
Schwerin|53.63,11.41|19|
Hamburg|53.55,10|20 22|
Lüneburg|53.25,10.41|21|
Lübeck|53.87,10.69|23|
Kiel|54.32,10.14|24|
Itzehoe|53.93,9.52|25|
Oldenburg|53.14,8.21|26|
Bremerhaven|53.55,8.58|27|
Bremen|53.08,8.8|28|
Celle|52.63,10.08|29|
Hannover|52.37,9.73|30|
Hildesheim|52.15,9.95|31|
Herford|52.12,8.67|32|
Bielefeld|52.02,8.53|33|
Kassel|51.31,9.48|34|
Gießen|50.58,8.68|35|
Fulda|50.55,9.68|36|
Göttingen|51.54,9.93|37|
Braunschweig|52.26,10.52|38|
Magdeburg|52.13,11.63|39|
Düsseldorf|51.23,6.78|40|
Mönchengladbach|51.19,6.44|41|
Wuppertal|51.26,7.15|42|
Dortmund|51.51,7.47|44|
Essen|51.46,7.01|45|
Oberhausen|51.5,6.86|46|
Duisburg|51.43,6.76|47|
Münster|51.96,7.63|48|
Osnabrück|52.28,8.05|49|
Köln|50.94,6.96|50-51|
Aachen|50.78,6.08|52|
Bonn|50.74,7.1|53|
Trier|49.76,6.64|54|
Mainz|50,8.27|55|
Koblenz|50.36,7.59|56|
Siegen|50.87,8.02|57|
Hagen|51.37,7.46|58|
Hamm|51.68,7.82|59|
Frankfurt am Main|50.11,8.68|60|
Frankfurt|50.11,8.68||
Bad Homburg|50.23,8.62|61|
Hanau|50.13,8.92|63|
Darmstadt|49.87,8.65|64|
Wiesbaden|50.08,8.24|65|
Saarbrücken|49.24,7|66|
Ludwigshafen|49.48,8.43|67|
Mannheim|49.49,8.47|68|
Heidelberg|49.4,8.69|69|
Stuttgart|48.78,9.18|70|
Ludwigsburg|48.9,9.19|71|
Tübingen|48.52,9.06|72|
Göppingen|48.7,9.65|73|
Heilbronn|49.14,9.22|74|
Pforzheim|48.89,8.7|75|
Karlsruhe|49.01,8.4|76|
Offenburg|48.47,7.94|77|
Villingen-Schwenningen|48.06,8.46|78|
Freiburg|47.99,7.85|79|
München|48.14,11.58|80-81|
Starnberg|48,11.34|82|
Rosenheim|47.86,12.13|83|
Landshut|48.54,12.15|84|
Freising|48.4,11.74|85|
Ingolstadt|48.76,11.42|850|
Augsburg|48.37,10.9|86|
Kempten|47.73,10.31|87|
Ravensburg|47.78,9.61|88|
Ulm|48.4,9.99|89|
Nürnberg|49.45,11.08|90|
Erlangen|49.6,11|91|
Weiden|49.68,12.16|92|
Regensburg|49.02,12.1|93|
Passau|48.57,13.43|94|
Bayreuth|49.95,11.58|95|
Bamberg|49.89,10.89|96|
Würzburg|49.79,9.95|97|
Suhl|50.61,10.69|98|
Erfurt|50.98,11.03|99|
Munich|48.14,11.58||
Cologne|50.94,6.96||
Nuremberg|49.45,11.08||
Hanover|52.37,9.73||`,
  FR: `
Bourg-en-Bresse|46.21,5.23|01|
Laon|49.56,3.62|02|
Moulins|46.57,3.33|03|
Digne-les-Bains|44.09,6.24|04|
Gap|44.56,6.08|05|
Nice|43.7,7.27|06|
Privas|44.74,4.6|07|
Charleville-Mézières|49.77,4.72|08|
Foix|42.97,1.61|09|
Troyes|48.3,4.08|10|
Carcassonne|43.21,2.35|11|
Rodez|44.35,2.57|12|
Marseille|43.3,5.37|13|
Caen|49.18,-0.37|14|
Aurillac|44.93,2.44|15|
Angoulême|45.65,0.16|16|
La Rochelle|46.16,-1.15|17|
Bourges|47.08,2.4|18|
Tulle|45.27,1.77|19|
Ajaccio|41.92,8.74|20|
Dijon|47.32,5.04|21|
Saint-Brieuc|48.51,-2.76|22|
Guéret|46.17,1.87|23|
Périgueux|45.18,0.72|24|
Besançon|47.24,6.02|25|
Valence|44.93,4.89|26|
Évreux|49.02,1.15|27|
Chartres|48.45,1.49|28|
Quimper|48,-4.1|29|
Nîmes|43.84,4.36|30|
Toulouse|43.6,1.44|31|
Auch|43.65,0.59|32|
Bordeaux|44.84,-0.58|33|
Montpellier|43.61,3.88|34|
Rennes|48.11,-1.68|35|
Châteauroux|46.81,1.69|36|
Tours|47.39,0.69|37|
Grenoble|45.19,5.72|38|
Lons-le-Saunier|46.67,5.55|39|
Mont-de-Marsan|43.89,-0.5|40|
Blois|47.59,1.33|41|
Saint-Étienne|45.44,4.39|42|
Le Puy-en-Velay|45.04,3.88|43|
Nantes|47.22,-1.55|44|
Orléans|47.9,1.91|45|
Cahors|44.45,1.44|46|
Agen|44.2,0.62|47|
Mende|44.52,3.5|48|
Angers|47.47,-0.55|49|
Saint-Lô|49.12,-1.09|50|
Reims|49.26,4.03|51|
Chaumont|48.11,5.14|52|
Laval|48.07,-0.77|53|
Nancy|48.69,6.18|54|
Bar-le-Duc|48.77,5.16|55|
Vannes|47.66,-2.76|56|
Metz|49.12,6.18|57|
Nevers|46.99,3.16|58|
Lille|50.63,3.06|59|
Beauvais|49.43,2.08|60|
Alençon|48.43,0.09|61|
Arras|50.29,2.78|62|
Clermont-Ferrand|45.78,3.08|63|
Pau|43.3,-0.37|64|
Tarbes|43.23,0.08|65|
Perpignan|42.7,2.9|66|
Strasbourg|48.57,7.75|67|
Mulhouse|47.75,7.34|68|
Lyon|45.76,4.84|69|
Vesoul|47.62,6.16|70|
Mâcon|46.31,4.83|71|
Le Mans|48.01,0.2|72|
Chambéry|45.56,5.92|73|
Annecy|45.9,6.13|74|
Paris|48.86,2.35|75|
Rouen|49.44,1.1|76|
Melun|48.54,2.66|77|
Versailles|48.8,2.13|78|
Niort|46.32,-0.46|79|
Amiens|49.89,2.3|80|
Albi|43.93,2.15|81|
Montauban|44.02,1.35|82|
Toulon|43.12,5.93|83|
Avignon|43.95,4.81|84|
La Roche-sur-Yon|46.67,-1.43|85|
Poitiers|46.58,0.34|86|
Limoges|45.83,1.26|87|
Épinal|48.17,6.45|88|
Auxerre|47.8,3.57|89|
Belfort|47.64,6.86|90|
Évry|48.63,2.43|91|
Nanterre|48.89,2.2|92|
Bobigny|48.91,2.44|93|
Créteil|48.79,2.46|94|
Cergy|49.04,2.06|95|`,
  NL: `
Amsterdam|52.37,4.9|10-11|
Hilversum|52.22,5.17|12|
Almere|52.37,5.21|13|
Zaandam|52.44,4.83|15|
Hoorn|52.64,5.06|16|
Alkmaar|52.63,4.75|17-18|
Beverwijk|52.49,4.66|19|
Haarlem|52.38,4.64|20-21|
Leiden|52.16,4.49|22-23|
Alphen aan den Rijn|52.13,4.66|24|
Den Haag|52.08,4.31|25|
The Hague|52.08,4.31||
Delft|52.01,4.36|26|
Zoetermeer|52.06,4.49|27|
Gouda|52.01,4.71|28|
Rotterdam|51.92,4.48|29-31|
Dordrecht|51.81,4.67|33|
Nieuwegein|52.03,5.08|34|
Utrecht|52.09,5.12|35-36|
Zeist|52.09,5.23|37|
Amersfoort|52.16,5.39|38|
Veenendaal|52.03,5.56|39|
Gorinchem|51.83,4.97|42|
Middelburg|51.5,3.61|43|
Goes|51.5,3.89|44|
Terneuzen|51.34,3.83|45|
Bergen op Zoom|51.49,4.29|46|
Roosendaal|51.53,4.46|47|
Breda|51.59,4.78|48-49|
Tilburg|51.56,5.09|50-51|
’s-Hertogenbosch|51.69,5.3|52-53|
Oss|51.77,5.52|534|
Helmond|51.48,5.66|57|
Eindhoven|51.44,5.47|55-56|
Venlo|51.37,6.17|59|
Roermond|51.19,5.99|60|
Sittard|51,5.87|61|
Maastricht|50.85,5.69|62|
Heerlen|50.89,5.98|64|
Nijmegen|51.84,5.85|65|
Wageningen|51.97,5.67|67|
Arnhem|51.98,5.91|68|
Doetinchem|51.96,6.29|70|
Apeldoorn|52.21,5.97|73|
Deventer|52.25,6.16|74|
Enschede|52.22,6.9|75|
Almelo|52.36,6.66|76|
Hardenberg|52.58,6.62|77|
Emmen|52.78,6.9|78|
Hoogeveen|52.73,6.48|79|
Zwolle|52.51,6.09|80|
Lelystad|52.51,5.47|82|
Heerenveen|52.96,5.92|84|
Leeuwarden|53.2,5.8|89|
Drachten|53.11,6.1|92|
Assen|52.99,6.56|94|
Groningen|53.22,6.57|97|`,
  ES: `
Vitoria-Gasteiz|42.85,-2.67|01|
Albacete|38.99,-1.86|02|
Alicante|38.35,-0.48|03|
Almería|36.84,-2.46|04|
Ávila|40.66,-4.7|05|
Badajoz|38.88,-6.97|06|
Palma|39.57,2.65|07|
Barcelona|41.39,2.17|08|
Burgos|42.34,-3.7|09|
Cáceres|39.48,-6.37|10|
Cádiz|36.53,-6.29|11|
Castellón|39.99,-0.04|12|
Ciudad Real|38.99,-3.93|13|
Córdoba|37.89,-4.78|14|
A Coruña|43.36,-8.41|15|
Cuenca|40.07,-2.14|16|
Girona|41.98,2.82|17|
Granada|37.18,-3.6|18|
Guadalajara|40.63,-3.17|19|
San Sebastián|43.32,-1.98|20|
Huelva|37.26,-6.95|21|
Huesca|42.14,-0.41|22|
Jaén|37.77,-3.79|23|
León|42.6,-5.57|24|
Lleida|41.62,0.62|25|
Logroño|42.47,-2.45|26|
Lugo|43.01,-7.56|27|
Madrid|40.42,-3.7|28|
Málaga|36.72,-4.42|29|
Murcia|37.99,-1.13|30|
Pamplona|42.81,-1.64|31|
Ourense|42.34,-7.86|32|
Oviedo|43.36,-5.85|33|
Palencia|42.01,-4.53|34|
Las Palmas|28.12,-15.43|35|
Pontevedra|42.43,-8.64|36|
Salamanca|40.97,-5.66|37|
Santa Cruz de Tenerife|28.47,-16.25|38|
Santander|43.46,-3.81|39|
Segovia|40.95,-4.12|40|
Sevilla|37.39,-5.99|41|
Soria|41.76,-2.46|42|
Tarragona|41.12,1.25|43|
Teruel|40.34,-1.11|44|
Toledo|39.86,-4.03|45|
Valencia|39.47,-0.38|46|
Valladolid|41.65,-4.72|47|
Bilbao|43.26,-2.93|48|
Zamora|41.5,-5.74|49|
Zaragoza|41.65,-0.89|50|`,
  AT: `
Wien|48.21,16.37|10-12|
Vienna|48.21,16.37||
St. Pölten|48.2,15.63|30-31|
Linz|48.31,14.29|40|
Wels|48.16,14.03|46|
Salzburg|47.8,13.04|50-51|
Innsbruck|47.27,11.39|60|
Bregenz|47.5,9.75|69|
Eisenstadt|47.85,16.52|70|
Graz|47.07,15.44|80|
Klagenfurt|46.62,14.31|90|
Villach|46.61,13.85|95|`,
  CH: `
Lausanne|46.52,6.63|10|
Genève|46.2,6.14|12|
Geneva|46.2,6.14||
Sion|46.23,7.36|19|
Neuchâtel|46.99,6.93|20|
Fribourg|46.81,7.16|17|
Bern|46.95,7.45|30|
Biel|47.14,7.25|25|
Thun|46.76,7.63|36|
Basel|47.56,7.59|40|
Olten|47.35,7.9|46|
Solothurn|47.21,7.54|45|
Aarau|47.39,8.04|50|
Luzern|47.05,8.31|60|
Zug|47.17,8.52|63|
Lugano|46,8.95|69|
Bellinzona|46.19,9.02|65|
Chur|46.85,9.53|70|
Zürich|47.38,8.54|80|
Schaffhausen|47.7,8.63|82|
Winterthur|47.5,8.72|84|
Frauenfeld|47.56,8.9|85|
St. Gallen|47.42,9.38|90|`,
  BE: `
Brussels|50.85,4.35|10-12|
Bruxelles|50.85,4.35||
Brussel|50.85,4.35||
Wavre|50.72,4.61|13|
Vilvoorde|50.93,4.43|18|
Antwerpen|51.22,4.4|20-21|
Mechelen|51.03,4.48|28|
Leuven|50.88,4.7|30|
Hasselt|50.93,5.34|35|
Genk|50.97,5.5|36|
Liège|50.63,5.57|40|
Verviers|50.59,5.86|48|
Namur|50.47,4.87|50|
Charleroi|50.41,4.44|60|
Arlon|49.68,5.82|67|
Mons|50.45,3.95|70|
Tournai|50.61,3.39|75|
Brugge|51.21,3.22|80|
Oostende|51.23,2.92|84|
Kortrijk|50.83,3.26|85|
Gent|51.05,3.72|90|
Aalst|50.94,4.04|93|`,
  IE: `
Dublin|53.35,-6.26|D0 D1 D2 D6W|
Cork|51.9,-8.47|T12 T23|
Galway|53.27,-9.05|H91|
Limerick|52.66,-8.63|V94|
Waterford|52.26,-7.11|X91|
Dundalk|54,-6.4|A91|
Drogheda|53.72,-6.35|A92|
Kilkenny|52.65,-7.25|R95|
Athlone|53.42,-7.94|N37|
Sligo|54.27,-8.48|F91|
Letterkenny|54.95,-7.73|F92|
Tralee|52.27,-9.7|V92|
Wexford|52.34,-6.46|Y35|`,
  IT: `
Roma|41.9,12.5|00|
Rome|41.9,12.5||
Perugia|43.11,12.39|06|
Cagliari|39.22,9.12|09|
Torino|45.07,7.69|10|
Turin|45.07,7.69||
Genova|44.41,8.93|16|
Milano|45.46,9.19|20|
Milan|45.46,9.19||
Bergamo|45.7,9.67|24|
Brescia|45.54,10.22|25|
Venezia|45.44,12.32|30|
Padova|45.41,11.88|35|
Verona|45.44,10.99|37|
Trento|46.07,11.12|38|
Bolzano|46.5,11.35|39|
Trieste|45.65,13.77|34|
Bologna|44.49,11.34|40|
Modena|44.65,10.93|41|
Parma|44.8,10.33|43|
Firenze|43.77,11.26|50|
Florence|43.77,11.26||
Pisa|43.72,10.4|56|
Ancona|43.62,13.51|60|
Pescara|42.46,14.21|65|
Bari|41.12,16.87|70|
Napoli|40.85,14.27|80|
Naples|40.85,14.27||
Reggio Calabria|38.11,15.65|89|
Palermo|38.12,13.36|90|
Catania|37.5,15.09|95|`,
  PL: `
Warszawa|52.23,21.01|00-05|
Warsaw|52.23,21.01||
Olsztyn|53.78,20.48|10|
Białystok|53.13,23.16|15|
Lublin|51.25,22.57|20|
Kielce|50.87,20.63|25|
Kraków|50.06,19.94|30-32|
Rzeszów|50.04,22|35|
Katowice|50.26,19.02|40|
Opole|50.68,17.92|45|
Wrocław|51.11,17.03|50-54|
Poznań|52.41,16.93|60-61|
Szczecin|53.43,14.55|70-71|
Gdańsk|54.35,18.65|80|
Gdynia|54.52,18.53|81|
Bydgoszcz|53.12,18.01|85|
Łódź|51.76,19.46|90-94|`,
  PT: `
Lisboa|38.72,-9.14|10-17|
Lisbon|38.72,-9.14||
Porto|41.15,-8.61|40-42|
Braga|41.55,-8.42|47|
Coimbra|40.21,-8.43|30|
Aveiro|40.64,-8.65|38|
Setúbal|38.52,-8.89|29|
Évora|38.57,-7.91|70|
Faro|37.02,-7.93|80|
Funchal|32.65,-16.91|90|`,
  CA: `
St. John’s|47.56,-52.71|A1|NL
Halifax|44.65,-63.58|B3|NS
Charlottetown|46.24,-63.13|C1A|PE
Moncton|46.09,-64.77|E1|NB
Québec|46.81,-71.21|G1|QC
Montréal|45.5,-73.57|H1 H2 H3 H4|QC
Montreal|45.5,-73.57||QC
Ottawa|45.42,-75.7|K1 K2|ON
Kingston|44.23,-76.49|K7|ON
Mississauga|43.59,-79.64|L4 L5|ON
Hamilton|43.26,-79.87|L8 L9|ON
Toronto|43.65,-79.38|M1 M2 M3 M4 M5 M6 M8 M9|ON
London|42.98,-81.25|N5 N6|ON
Kitchener|43.45,-80.49|N2|ON
Windsor|42.31,-83.04|N8 N9|ON
Winnipeg|49.9,-97.14|R2 R3|MB
Regina|50.45,-104.61|S4|SK
Saskatoon|52.13,-106.67|S7|SK
Calgary|51.05,-114.07|T1 T2 T3|AB
Edmonton|53.55,-113.49|T5 T6|AB
Vancouver|49.28,-123.12|V5 V6|BC
Victoria|48.43,-123.37|V8 V9|BC`,
  AU: `
Sydney|-33.87,151.21|20 21 22|NSW
Newcastle|-32.93,151.78|23|NSW
Wollongong|-34.42,150.89|25|NSW
Canberra|-35.28,149.13|26|ACT
Melbourne|-37.81,144.96|30 31|VIC
Geelong|-38.15,144.36|32|VIC
Brisbane|-27.47,153.03|40 41|QLD
Gold Coast|-28.02,153.4|42|QLD
Townsville|-19.26,146.82|48|QLD
Cairns|-16.92,145.77|487|QLD
Adelaide|-34.93,138.6|50 51|SA
Perth|-31.95,115.86|60 61|WA
Hobart|-42.88,147.33|70|TAS
Darwin|-12.46,130.84|08|NT`,
  DK: `
København|55.68,12.57|10-24|
Copenhagen|55.68,12.57||
Odense|55.4,10.39|50|
Aarhus|56.16,10.2|80|
Aalborg|57.05,9.92|90|`,
  SE: `
Stockholm|59.33,18.07|10-11|
Göteborg|57.71,11.97|40-41|
Gothenburg|57.71,11.97||
Malmö|55.6,13|20-21|
Uppsala|59.86,17.64|75|`,
  NO: `
Oslo|59.91,10.75|00-12|
Bergen|60.39,5.32|50-52|
Trondheim|63.43,10.4|70|
Stavanger|58.97,5.73|40|`,
  FI: `
Helsinki|60.17,24.94|00|
Tampere|61.5,23.76|33|
Turku|60.45,22.27|20|
Oulu|65.01,25.47|90|`,
  CZ: `
Praha|50.08,14.44|10-19|
Prague|50.08,14.44||
Brno|49.2,16.61|60-64|
Ostrava|49.82,18.26|70-72|
Plzeň|49.74,13.37|30-32|`,
  HU: `
Budapest|47.5,19.04|10-12|
Debrecen|47.53,21.63|40|
Szeged|46.25,20.15|67|`,
  RO: `
București|44.43,26.1|01-06|
Bucharest|44.43,26.1||
Cluj-Napoca|46.77,23.6|40|
Timișoara|45.75,21.23|30|`,
  LU: `
Luxembourg|49.61,6.13|10-29|`,
}

type FirstPlace = {
  country: string
  name: string
  region: string | null
  postcode: string | null
  latitude: number
  longitude: number
}

/** `10-12` is 10, 11 and 12, each as long as it is written. */
const beginningsOf = (text: string): readonly (string | null)[] =>
  text === ''
    ? [null]
    : text.split(' ').flatMap((part) => {
        const [from = '', to] = part.split('-')
        if (to === undefined) return [from]
        return Array.from({ length: Number(to) - Number(from) + 1 }, (_, step) =>
          String(Number(from) + step).padStart(from.length, '0'),
        )
      })

/** Each town once for each beginning of its postcodes. */
export const firstPlaces: readonly FirstPlace[] = Object.entries(listed).flatMap(
  ([country, lines]) =>
    lines
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [name = '', spot = '', postcodes = '', region = ''] = line.split('|')
        const [latitude = Number.NaN, longitude = Number.NaN] = spot.split(',').map(Number)
        return beginningsOf(postcodes).map((postcode) => ({
          country,
          name,
          region: region === '' ? null : region,
          postcode,
          latitude,
          longitude,
        }))
      }),
)
