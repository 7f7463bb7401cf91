"""Names, addresses and cities for invented people. ASCII only, and no real mail domain."""

from __future__ import annotations

import numpy as np

_FIRST = """
    Aaron Adam Aditi Alan Alice Amy Ana Anil Anita Anna Arjun Asha Ben Bianca Bruno Carla Carlos
    Clara Daniel Deepa Diego Elena Ella Emil Emma Erik Eva Felix Fiona Frank Gina Grace Greta Hana
    Harry Helen Hugo Ian Ines Irene Ivy Jack James Jan Jane Jonas Joy Julia Karen Karl Kavya Kiran
    Lara Laura Lena Leo Lina Lucas Luis Maria Marie Mark Maya Meera Mia Mira Nadia Neha Nina Noah
    Nora Olga Oscar Otto Paul Paula Peter Pia Priya Rahul Ravi Rita Rosa Ruth Sam Sara Sofia Tara
    Theo Tom Uma Vera Victor Vikram Will Yara Zoe Ugo Wanda Yusuf Zara
"""

_LAST = """
    Abbott Adler Almeida Anand Baker Barros Basu Becker Bell Bennett Bhatt Black Bose Brandt
    Brooks Brown Burke Cardoso Carter Chandra Clark Cole Cooper Costa Cruz Das Davis Desai Dias
    Doyle Duarte Ellis Engel Evans Fischer Fleming Foster Fox Franke Freitas Ghosh Gomes Graf Grant
    Gray Green Gupta Haas Hahn Hall Harris Hart Hill Hughes Hunt Iyer Jain James Jones Joshi Kaiser
    Kapoor Keller Kelly King Klein Koch Kraus Kumar Lang Lee Lewis Lima Lopes Lorenz Ludwig Malik
    Martin Mehta Meyer Miller Moore Morris Nair Nash Neumann Nunes Otto Owen Parker Patel Pereira
    Pinto Pohl Pope Prado Rao Reddy Reis Ribeiro Richter Roberts Rocha Rose Roth Santos Schmidt
    Scott Seidel Sen Shah Sharma Silva Simon Singh Smith Sousa Stein Stone Taylor Teixeira Thomas
    Turner Vargas Verma Vogel Walker Ward Weber Webb West White Winter Wolf Wood Young Zimmer
"""
FIRST_NAMES = np.array(_FIRST.split(), dtype=object)  # every initial occurs at least twice
LAST_NAMES = np.array(_LAST.split(), dtype=object)

# The domains end in .example, which is reserved and can never receive mail.
DOMAINS = {
    "mail.example": 0.42,
    "inbox.example": 0.24,
    "post.example": 0.16,
    "letters.example": 0.10,
    "web.example": 0.08,
}

_CITIES = """
    Chicago;London;New York;Berlin;Mumbai;Houston;Sao Paulo;Manchester;Seattle;Hamburg;Delhi;
    Denver;Leeds;Boston;Recife;Cologne;Portland;Bristol;Chennai;Austin;Curitiba;Leipzig;Glasgow;
    Phoenix;Pune;Salt Lake City;Bremen;Porto Alegre;Cardiff;Jaipur
"""
CITIES = np.array([city.strip() for city in _CITIES.split(";")], dtype=object)
