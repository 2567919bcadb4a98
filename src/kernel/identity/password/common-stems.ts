/** Words and runs that stand behind most guessed passwords, alone or with digits and marks around them. */
export const commonStems: ReadonlySet<string> = new Set(
  `password passwort motdepasse contrasena contraseña senha parola passw0rd p@ssw0rd pa$$word passwordpassword mypassword
  newpassword changeme changeit changemenow letmein letmeinplease welcome welcomeback bienvenue bienvenido willkommen
  administrator administrador administrateur admin superadmin sysadmin rootroot toor default guest secret topsecret
  iloveyou iloveyouforever ilovemyself jesuschrist trustno trustnoone football baseball basketball liverpool manchester
  chelsea barcelona realmadrid monkey dragon master shadow sunshine princess superman batman starwars pokemon michael
  jennifer qwerty qwertyuiop azerty asdfgh zxcvbn qazwsx qwertyqwerty abcdef abcabc computer internet mandata statistics
  unitednations correcthorsebatterystaple thequickbrownfox whatever freedom summer winter spring autumn january february
  september october november december monday friday company ministry government focalpoint prison police justice`.split(
    /\s+/,
  ),
);
