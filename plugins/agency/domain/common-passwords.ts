/**
 * Words that people build passwords of: the cores of the common lists (passwords seen most often in
 * published leaks), without their digits and signs, which `judgePassword` takes away first.
 */
export const commonPasswordWords: ReadonlySet<string> = new Set(
  `password passwort passwd pass letmein welcome willkommen admin administrator root login master
  qwerty qwertz azerty qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc qweasd qweasdzxc
  iloveyou loveyou lovely princess sunshine monkey dragon football baseball basketball soccer hockey
  superman batman spiderman pokemon starwars matrix shadow michael jordan jennifer jessica ashley
  daniel andrew thomas charlie robert george william joshua matthew anthony nicole michelle amanda
  hunter ranger tigger ginger pepper cookie summer winter spring autumn flower freedom whatever
  trustno secret changeme changethis default guest user test testing temp temporary demo example
  computer internet server google facebook linkedin microsoft windows apple samsung android
  company agency office staff staffing recruiter recruiting placewright candidate client employee
  january february march april june july august september october november december monday tuesday
  wednesday thursday friday saturday sunday london manchester america england germany hello goodbye
  liverpool chelsea arsenal barcelona juventus yankees cowboys steelers eagles ferrari porsche
  mercedes corvette mustang harley killer access batman biteme fuckyou jesus christ blessed angel
  correcthorsebatterystaple onetwothree abc abcdef abcdefgh abcdefghijkl`.split(/\s+/),
)
