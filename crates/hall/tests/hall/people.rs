use linli_hall::staff::{Add, List, Retire, SetPassword, SignIn, SignOut};
use linli_hall::{Actor, Error, Refusal, Role, device, help};

use crate::house::{House, ONE, clerk, kiosk, refused};

#[test]
fn a_clerk_signs_in_with_the_right_password_only() {
    let house = House::open();
    let id = house.own(Add::new("李老师", Role::Clerk, "wutongli-1"));
    let wrong = house.act(&Actor::visitor(), SignIn::new("李老师", "wutongli-2"));
    assert_eq!(refused(wrong), Refusal::WrongPassword);
    assert_eq!(
        refused(house.act(&Actor::visitor(), SignIn::new("王老师", "wutongli-1"))),
        Refusal::WrongPassword
    );
    let signed_in = house
        .act(&Actor::visitor(), SignIn::new("李老师", "wutongli-1"))
        .unwrap();
    assert_eq!(signed_in.staff, id);
    let actor = house.hall.actor_of(&signed_in.token).unwrap().unwrap();
    assert_eq!((actor.role, actor.name.as_str()), (Role::Clerk, "李老师"));
    house
        .act(
            &actor,
            SignOut {
                token: signed_in.token.clone(),
            },
        )
        .unwrap();
    assert_eq!(house.hall.actor_of(&signed_in.token).unwrap(), None);
}

#[test]
fn a_sign_in_ends_after_twelve_hours_with_a_new_password_and_with_leaving() {
    let house = House::open();
    let id = house.own(Add::new("李老师", Role::Clerk, "wutongli-1"));
    let sign_in = |password: &str| {
        house
            .act(&Actor::visitor(), SignIn::new("李老师", password))
            .unwrap()
            .token
    };
    let token = sign_in("wutongli-1");
    house.clock.advance(12 * 3600 + 1);
    assert_eq!(house.hall.actor_of(&token).unwrap(), None);
    let token = sign_in("wutongli-1");
    house.own(SetPassword::new(id, "wutongli-2"));
    assert_eq!(house.hall.actor_of(&token).unwrap(), None);
    let token = sign_in("wutongli-2");
    house.own(Retire { staff: id });
    assert_eq!(house.hall.actor_of(&token).unwrap(), None);
    assert!(house.ask(List::default()).is_empty());
}

#[test]
fn weak_passwords_and_taken_names_are_refused() {
    let house = House::open();
    let weak = house.act(&Actor::owner(), Add::new("a", Role::Clerk, "short"));
    assert!(matches!(weak, Err(Error::BadInput(_))));
    house.own(Add::new("李老师", Role::Clerk, "wutongli-1"));
    let twice = house.act(
        &Actor::owner(),
        Add::new("李老师", Role::Manager, "wutongli-1"),
    );
    assert_eq!(refused(twice), Refusal::NameTaken);
    let kiosk = house.act(&Actor::owner(), Add::new("k", Role::Kiosk, "wutongli-1"));
    assert!(matches!(kiosk, Err(Error::BadInput(_))));
}

#[test]
fn a_forged_or_revoked_token_is_nobody() {
    let house = House::open();
    assert_eq!(house.hall.actor_of("AAAA").unwrap(), None);
    let token = house
        .own(device::Enrol {
            role: Role::Board,
            name: "大厅".to_owned(),
        })
        .token;
    assert!(house.hall.actor_of(&token).unwrap().is_some());
    house.own(device::Revoke {
        name: "大厅".to_owned(),
    });
    assert_eq!(house.hall.actor_of(&token).unwrap(), None);
}

#[test]
fn a_device_that_is_silent_counts_as_gone() {
    let house = House::open();
    let report = |status: &str| device::Report {
        kind: "printer".into(),
        status: status.into(),
        detail: String::new(),
    };
    house.act(&kiosk(), report("paper_out")).unwrap();
    assert!(!house.ask(device::List::default())[0].works());
    house.act(&kiosk(), report("ready")).unwrap();
    assert!(house.ask(device::List::default())[0].works());
    house.clock.advance(121);
    assert!(!house.ask(device::List::default())[0].works());
}

#[test]
fn a_call_for_help_is_open_until_somebody_comes() {
    let house = House::open().with_open(&[ONE]);
    let first = house.act(&kiosk(), help::Call::default()).unwrap();
    assert_eq!(house.act(&kiosk(), help::Call::default()).unwrap(), first);
    assert_eq!(house.ask(help::List::default()).len(), 1);
    house
        .act(&clerk(ONE), help::Answer { help: first })
        .unwrap();
    assert!(house.ask(help::List::default()).is_empty());
    assert_eq!(
        refused(house.act(&clerk(ONE), help::Answer { help: first })),
        Refusal::NoSuchHelp
    );
}
